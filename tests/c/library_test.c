/* The C library as a C program uses it; built with address, leak and undefined behaviour sanitizers. Prints what fails and ends with the number of it. */
#include <buygraph.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int failures = 0;

#define CHECK(condition)                                                  \
    do {                                                                  \
        if (!(condition)) {                                               \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            ++failures;                                                   \
        }                                                                 \
    } while (0)

static const char *const small_deal =
    "{\"call\": \"load\", \"source\": {\"buygraph\": 1, \"name\": \"Pumps\", \"offers\": [{\"id\": \"us\", \"kind\": \"ours\"}],"
    " \"people\": [{\"id\": \"chen\", \"roles\": [\"decision_maker\"]}]}}";

/* Asks, checks the status and that the reply contains a text. */
static void expect(buygraph_session *session, const char *request, buygraph_status status, const char *contained) {
    char *reply = NULL;
    size_t length = 0;
    const buygraph_status got = buygraph_answer(session, request, strlen(request), &reply, &length);
    if (got != status || reply == NULL || strlen(reply) != length || strstr(reply, contained) == NULL) {
        fprintf(stderr, "%.200s\n  gives status %d and %.300s\n", request, (int)got, reply ? reply : "NULL");
        ++failures;
    }
    buygraph_free(reply);
}

static char *file_bytes(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *bytes = malloc(1 << 20);
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

/* {"call": "load", "source": FILE} */
static char *load_request(const char *path, size_t *length) {
    size_t bytes = 0;
    char *deal = file_bytes(path, &bytes);
    if (!deal) return NULL;
    char *request = malloc(bytes + 64);
    const int head = sprintf(request, "{\"call\": \"load\", \"source\": ");
    memcpy(request + head, deal, bytes);
    request[(size_t)head + bytes] = '}';
    *length = (size_t)head + bytes + 1;
    free(deal);
    return request;
}

static void what_is_missing_is_a_status(void) {
    buygraph_session *session = NULL;
    char *reply = (char *)&session;
    size_t length = 7;
    CHECK(buygraph_open(NULL) == BUYGRAPH_ARGUMENT);
    CHECK(buygraph_open(&session) == BUYGRAPH_DONE);
    CHECK(buygraph_answer(NULL, "{}", 2, &reply, &length) == BUYGRAPH_ARGUMENT);
    CHECK(reply == NULL && length == 0);
    CHECK(buygraph_answer(session, NULL, 0, &reply, &length) == BUYGRAPH_ARGUMENT);
    CHECK(buygraph_answer(session, "{}", 2, NULL, &length) == BUYGRAPH_ARGUMENT);
    CHECK(buygraph_answer(session, small_deal, strlen(small_deal), &reply, NULL) == BUYGRAPH_DONE);
    buygraph_free(reply);
    buygraph_free(NULL);
    buygraph_interrupt(NULL);
    buygraph_close(NULL);
    buygraph_close(session);
}

static void what_cannot_be_used_is_a_status(void) {
    buygraph_session *session = NULL;
    char *reply = NULL;
    buygraph_open(&session);
    expect(session, "", BUYGRAPH_INPUT, "not valid JSON");
    expect(session, "{", BUYGRAPH_INPUT, "line 1, column 2");
    expect(session, "[]", BUYGRAPH_INPUT, "an object with a call");
    expect(session, "{\"call\": 3}", BUYGRAPH_INPUT, "\"where\":\"call\"");
    expect(session, "{\"call\": \"forcast\"}", BUYGRAPH_INPUT, "did you mean forecast?");
    expect(session, "{\"call\": \"load\", \"source\": {\"buygraph\": 1}}", BUYGRAPH_FAULTS, "\"pointer\":\"/name\"");
    expect(session, "{\"call\": \"load\"}", BUYGRAPH_INPUT, "\"where\":\"source\"");
    expect(session, "{\"call\": \"forecast\", \"deal\": 1}", BUYGRAPH_INPUT, "\"where\":\"deal\"");
    expect(session, small_deal, BUYGRAPH_DONE, "\"deal\":1");
    expect(session, "{\"call\": \"forecast\", \"deal\": 1, \"samples\": 0}", BUYGRAPH_INPUT, "a whole number from 1 to 16777216");
    expect(session, "{\"call\": \"forecast\", \"deal\": 1, \"sample\": 16}", BUYGRAPH_INPUT, "did you mean samples?");
    expect(session, "{\"call\": \"what_if\", \"deal\": 1, \"edits\": {\"people/chen/susceptibility\": 3}}", BUYGRAPH_FAULTS, "/people/0/susceptibility");
    expect(session, "{\"call\": \"what_if\", \"deal\": 1, \"moves\": [{\"kind\": \"leaning\", \"person\": \"wang\", \"offer\": \"us\", \"by\": 1}]}", BUYGRAPH_INPUT, "moves, entry 0, person");
    expect(session, "{\"call\": \"release\", \"deal\": 1}", BUYGRAPH_DONE, "buygraph");
    expect(session, "{\"call\": \"forecast\", \"deal\": 1}", BUYGRAPH_INPUT, "not released");
    /* Bytes that are no text, a NUL in the middle, and a length that ends inside a word. */
    CHECK(buygraph_answer(session, "{\"call\": \"\xff\xfe\"}", 14, &reply, NULL) == BUYGRAPH_INPUT);
    buygraph_free(reply);
    CHECK(buygraph_answer(session, "{\"call\": \"ca\0lls\"}", 18, &reply, NULL) == BUYGRAPH_INPUT);
    buygraph_free(reply);
    CHECK(buygraph_answer(session, small_deal, 40, &reply, NULL) == BUYGRAPH_INPUT);
    buygraph_free(reply);
    buygraph_close(session);
}

static void huge_and_deep_input_is_a_status(void) {
    buygraph_session *session = NULL;
    char *reply = NULL;
    buygraph_open(&session);
    const size_t huge = (64U << 20U) + 1;
    char *bytes = malloc(huge);
    memset(bytes, '[', huge);
    CHECK(buygraph_answer(session, bytes, huge, &reply, NULL) == BUYGRAPH_INPUT);
    CHECK(strstr(reply, "too large") != NULL);
    buygraph_free(reply);
    CHECK(buygraph_answer(session, bytes, 1000000, &reply, NULL) == BUYGRAPH_INPUT);
    CHECK(strstr(reply, "nested too deeply") != NULL);
    buygraph_free(reply);
    free(bytes);
    buygraph_close(session);
}

/* Whatever is done to the bytes of a deal, the answer is a status with a reply. */
static void broken_deals_are_statuses(const char *path) {
    buygraph_session *session = NULL;
    buygraph_open(&session);
    size_t length = 0;
    char *request = load_request(path, &length);
    srand(1);
    for (int round = 0; request && round < 300; ++round) {
        char *broken = malloc(length);
        memcpy(broken, request, length);
        for (int change = 0; change <= round % 4; ++change) broken[(size_t)rand() % length] = "\"{}[],:0-9\\\xc3n"[rand() % 13];
        char *reply = NULL;
        const buygraph_status status = buygraph_answer(session, broken, length - (size_t)(round % 3), &reply, NULL);
        CHECK(status == BUYGRAPH_DONE || status == BUYGRAPH_FAULTS || status == BUYGRAPH_INPUT);
        CHECK(reply != NULL);
        buygraph_free(reply);
        free(broken);
    }
    free(request);
    buygraph_close(session);
}

static void deals_load_and_are_asked_about(int count, char **paths) {
    buygraph_session *session = NULL;
    buygraph_open(&session);
    for (int i = 0; i < count; ++i) {
        size_t length = 0;
        char *request = load_request(paths[i], &length), *reply = NULL, asked[128];
        CHECK(request != NULL);
        if (!request) continue;
        CHECK(buygraph_answer(session, request, length, &reply, NULL) == BUYGRAPH_DONE);
        free(request);
        buygraph_free(reply);
        static const char *const calls[] = {"forecast", "explain", "people", "structure", "map", "sensitivities", "export"};
        for (size_t call = 0; call < sizeof calls / sizeof *calls; ++call) {
            sprintf(asked, "{\"call\": \"%s\", \"deal\": %d, \"language\": \"zh\"}", calls[call], i + 1);
            if (strcmp(calls[call], "export") == 0) sprintf(asked, "{\"call\": \"export\", \"deal\": %d}", i + 1);
            expect(session, asked, BUYGRAPH_DONE, "\"buygraph\":");
        }
    }
    buygraph_close(session);
}

struct Asking {
    buygraph_session *session;
    const char *request;
    buygraph_status status;
};

static void *ask(void *given) {
    struct Asking *asking = given;
    char *reply = NULL;
    asking->status = buygraph_answer(asking->session, asking->request, strlen(asking->request), &reply, NULL);
    buygraph_free(reply);
    return NULL;
}

static void long_work_is_interrupted(void) {
    buygraph_session *session = NULL;
    buygraph_open(&session);
    expect(session, small_deal, BUYGRAPH_DONE, "\"deal\":1");
    struct Asking asking = {session, "{\"call\": \"forecast\", \"deal\": 1, \"samples\": 4194304, \"threads\": 1}", BUYGRAPH_DONE};
    pthread_t thread;
    pthread_create(&thread, NULL, ask, &asking);
    /* An interrupt before the work has begun stops nothing, so it is repeated until the work has ended. */
    for (int tries = 0; tries < 100; ++tries) {
        const struct timespec pause = {0, 20000000};
        nanosleep(&pause, NULL);
        buygraph_interrupt(session);
    }
    pthread_join(thread, NULL);
    CHECK(asking.status == BUYGRAPH_INTERRUPTED);
    expect(session, "{\"call\": \"forecast\", \"deal\": 1, \"samples\": 64}", BUYGRAPH_DONE, "\"win\":");
    buygraph_close(session);
}

static void threads_share_a_session(void) {
    buygraph_session *session = NULL;
    buygraph_open(&session);
    expect(session, small_deal, BUYGRAPH_DONE, "\"deal\":1");
    struct Asking asking[4];
    pthread_t threads[4];
    for (int i = 0; i < 4; ++i) {
        asking[i] = (struct Asking){session, "{\"call\": \"forecast\", \"deal\": 1, \"samples\": 1024}", BUYGRAPH_INTERNAL};
        pthread_create(&threads[i], NULL, ask, &asking[i]);
    }
    for (int i = 0; i < 4; ++i) {
        pthread_join(threads[i], NULL);
        CHECK(asking[i].status == BUYGRAPH_DONE);
    }
    buygraph_close(session);
}

int main(int count, char **paths) {
    CHECK(buygraph_abi() == BUYGRAPH_ABI);
    CHECK(strchr(buygraph_version(), '.') != NULL);
    CHECK(count > 1);
    what_is_missing_is_a_status();
    what_cannot_be_used_is_a_status();
    huge_and_deep_input_is_a_status();
    long_work_is_interrupted();
    threads_share_a_session();
    if (count > 1) broken_deals_are_statuses(paths[1]);
    deals_load_and_are_asked_about(count - 1, paths + 1);
    if (failures) fprintf(stderr, "%d failed\n", failures);
    return failures > 0;
}
