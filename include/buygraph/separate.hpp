#pragma once

// Everything is header-only unless a program asks to compile the heavy functions once: it defines BUYGRAPH_SEPARATE for all of its files, and one of
// them defines BUYGRAPH_DEFINE_ALL before it includes <buygraph/buygraph.hpp>. The others then read declarations where they would have
// compiled the deal reader, the model compiler, the evidence update and the forecast again. Several files can share the work, one for each room:
// BUYGRAPH_DEFINE_CATALOG, and in the same way _GRAPH, _INFLUENCE, _NETWORKS, _BELIEF, _MODEL, _RIGHTS, _KERNEL, _FORECAST, _INSIGHT, _VOTING, _BLIND_SPOTS, _TEXT, _TEXT_INSIGHT, _PLAN, _ENGAGEMENT, _PORTFOLIO, _SIMULATION,
// _PICTURE, _FINDINGS, _PAGE and _IO, _ARROW for deals in Arrow's columns, _DOCUMENTS for the schema and comparisons, and, where
// <buygraph/boundary/answer.hpp> is included too, _BOUNDARY, _BOUNDARY_SESSION, _BOUNDARY_INSIGHT, _BOUNDARY_PLAN and _BOUNDARY_PAGE.

#if !defined(BUYGRAPH_HEAVY)  // a test sets it, to see that no other function has a body that a program could have twice
#if defined(BUYGRAPH_SEPARATE)
#define BUYGRAPH_HEAVY
#else
#define BUYGRAPH_HEAVY inline
#endif
#endif

#if !defined(BUYGRAPH_SEPARATE) || defined(BUYGRAPH_DEFINE_ALL)
#define BUYGRAPH_DEFINE_CATALOG
#define BUYGRAPH_DEFINE_GRAPH
#define BUYGRAPH_DEFINE_INFLUENCE
#define BUYGRAPH_DEFINE_NETWORKS
#define BUYGRAPH_DEFINE_BELIEF
#define BUYGRAPH_DEFINE_MODEL
#define BUYGRAPH_DEFINE_RIGHTS
#define BUYGRAPH_DEFINE_FORECAST
#define BUYGRAPH_DEFINE_KERNEL
#define BUYGRAPH_DEFINE_INSIGHT
#define BUYGRAPH_DEFINE_VOTING
#define BUYGRAPH_DEFINE_BLIND_SPOTS
#define BUYGRAPH_DEFINE_TEXT
#define BUYGRAPH_DEFINE_TEXT_INSIGHT
#define BUYGRAPH_DEFINE_PLAN
#define BUYGRAPH_DEFINE_ENGAGEMENT
#define BUYGRAPH_DEFINE_PORTFOLIO
#define BUYGRAPH_DEFINE_SIMULATION
#define BUYGRAPH_DEFINE_PICTURE
#define BUYGRAPH_DEFINE_FINDINGS
#define BUYGRAPH_DEFINE_PAGE
#define BUYGRAPH_DEFINE_IO
#define BUYGRAPH_DEFINE_ARROW
#define BUYGRAPH_DEFINE_DOCUMENTS
#define BUYGRAPH_DEFINE_BOUNDARY
#define BUYGRAPH_DEFINE_BOUNDARY_SESSION
#define BUYGRAPH_DEFINE_BOUNDARY_INSIGHT
#define BUYGRAPH_DEFINE_BOUNDARY_PLAN
#define BUYGRAPH_DEFINE_BOUNDARY_PAGE
#endif
