#ifndef BUYGRAPH_H
#define BUYGRAPH_H

/*
 * buygraph in C: one function that takes a request as JSON and gives its answer as JSON.
 *
 *     buygraph_session *session = NULL;
 *     char *reply = NULL;
 *     if (buygraph_open(&session) != BUYGRAPH_DONE) return 1;
 *     const char *request = "{\"call\": \"load\", \"source\": {\"buygraph\": 1, …}}";
 *     if (buygraph_answer(session, request, strlen(request), &reply, NULL) == BUYGRAPH_DONE) puts(reply);
 *     buygraph_free(reply);
 *     buygraph_close(session);
 *
 * Which calls there are and what fields they take, says {"call": "calls"}; what they answer has the names of the command line's --json. Texts are UTF-8.
 *
 * Owned by whom: a session is closed by buygraph_close, a reply freed by buygraph_free, each once; a request stays the caller's and may be freed when the
 * function returns. Nothing else is handed over.
 *
 * Threads: any number of sessions, each from any thread. One session answers one request at a time: a second thread waits. buygraph_interrupt may be called
 * from any thread at any time until the session is closed; closing is for when nobody uses it any more.
 *
 * No C++ exception leaves the library, and it prints nothing, opens no file and no network.
 */

#include <stddef.h>

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define BUYGRAPH_API __attribute__((visibility("default")))
#else
#define BUYGRAPH_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a request. The numbers stay; more may be added. */
typedef enum buygraph_status {
    BUYGRAPH_DONE = 0,        /* the reply holds what was asked for */
    BUYGRAPH_FAULTS = 1,      /* a deal, catalog, edit or move that cannot be used: the reply's error.faults has every fault */
    BUYGRAPH_INPUT = 2,       /* no JSON, an unknown call or field, a value that cannot be used: the reply's error has where, given, allowed */
    BUYGRAPH_INTERRUPTED = 3, /* stopped by buygraph_interrupt; nothing was changed */
    BUYGRAPH_MEMORY = 4,      /* not enough memory; there may be no reply */
    BUYGRAPH_ARGUMENT = 5,    /* a NULL where there must be something; no reply */
    BUYGRAPH_INTERNAL = 6     /* an error of the library's own */
} buygraph_status;

/* The deals that a caller has loaded, and what is kept to answer fast about them. */
typedef struct buygraph_session buygraph_session;

/* The version of the library, "major.minor.patch"; it belongs to the library and is never freed. */
BUYGRAPH_API const char *buygraph_version(void);

/* Goes up by one whenever a program that was compiled against an older header would no longer run with the library. */
#define BUYGRAPH_ABI 1
BUYGRAPH_API unsigned buygraph_abi(void);

/* Opens a session into *session, which is NULL where it fails. */
BUYGRAPH_API buygraph_status buygraph_open(buygraph_session **session);

/* Closes a session and forgets its deals. NULL is nothing to close. */
BUYGRAPH_API void buygraph_close(buygraph_session *session);

/*
 * Answers a request of `length` bytes, which need not end with a NUL. *reply is then a text that ends with a NUL, to be freed with buygraph_free, whatever the
 * status: a result or an error; NULL only where there was no memory for it or an argument was NULL. *reply_length, unless it is NULL, is its length without the NUL.
 */
BUYGRAPH_API buygraph_status buygraph_answer(buygraph_session *session, const char *request, size_t length, char **reply, size_t *reply_length);

/* Stops what the session is computing, if anything: its buygraph_answer soon returns BUYGRAPH_INTERRUPTED. NULL is nothing to stop. */
BUYGRAPH_API void buygraph_interrupt(buygraph_session *session);

/* Frees a reply. NULL is nothing to free. */
BUYGRAPH_API void buygraph_free(char *reply);

#ifdef __cplusplus
}
#endif

#endif
