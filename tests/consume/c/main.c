/* The version of the library and how many bytes its answer has. */
#include <buygraph.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    static const char request[] = "{\"call\": \"calls\"}";
    buygraph_session *session = NULL;
    char *reply = NULL;
    size_t length = 0;
    if (buygraph_open(&session) != BUYGRAPH_DONE) return 1;
    if (buygraph_answer(session, request, strlen(request), &reply, &length) != BUYGRAPH_DONE) return 1;
    printf("%s %s\n", buygraph_version(), length > 100 ? "answers" : "does not answer");
    buygraph_free(reply);
    buygraph_close(session);
    return 0;
}
