package org.panfeng.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The HTTP connection to the Bot API: one client for what is sent, one for the long polls. */
public final class BotApi implements AutoCloseable {
    /** How many requests may be under way at once. OkHttp's own bound of 5 per host would bound the throughput by the latency. */
    static final int IN_FLIGHT = 64;

    /** Less than the lease of a parcel, two minutes; 50 MB in that time are 4 megabits a second. */
    private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(100);

    private static final MediaType JSON = MediaType.get("application/json");

    private static final List<String> WANTED = List.of("message", "callback_query", "my_chat_member");

    /** Over how many connections Telegram may hand in updates; the most that it allows. */
    private static final int MOST_CONNECTIONS = 100;

    private final Endpoint endpoint;
    private final OkHttpClient sending;
    private final OkHttpClient polling;
    private final OkHttpClient uploading;
    private final TelegramClient client;
    private final TelegramClient uploadingClient;
    private final ObjectMapper mapper = new ObjectMapper();

    public BotApi(Endpoint endpoint) {
        this.endpoint = endpoint;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(IN_FLIGHT);
        dispatcher.setMaxRequestsPerHost(IN_FLIGHT);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IN_FLIGHT, 5, TimeUnit.MINUTES))
                // OkHttp would repeat a POST by itself when a connection breaks, and a message would arrive twice.
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .callTimeout(Duration.ofSeconds(60))
                .addInterceptor(new MethodNames())
                .addInterceptor(new PlainErrors())
                .addInterceptor(new ShortConnections());
        endpoint.proxy().ifPresent(proxy -> builder.proxy(proxy(proxy)));
        if (endpoint.url().getScheme().equals("http")) {
            // Reading the certificates that nobody will ask for would cost a start a quarter of a second.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        this.sending = builder.build();
        OkHttpClient.Builder patient = sending.newBuilder();
        // A gateway's 404 must not be taken for Telegram's, which means the token.
        patient.interceptors().removeIf(PlainErrors.class::isInstance);
        this.polling = patient
                // Of its own: what interrupts a poll must not reach what is being sent.
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.MINUTES))
                // Asking twice for the same updates changes nothing.
                .retryOnConnectionFailure(true)
                .readTimeout(Duration.ofSeconds(Poller.LONG_POLL.toSeconds() + 15))
                .callTimeout(Duration.ofSeconds(Poller.LONG_POLL.toSeconds() + 30))
                .build();
        this.uploading = sending.newBuilder().callTimeout(LONGEST_UPLOAD).build();
        this.client = client(sending);
        this.uploadingClient = client(uploading);
    }

    private TelegramClient client(OkHttpClient http) {
        return new OkHttpTelegramClient(
                http,
                endpoint.token(),
                TelegramUrl.builder()
                        .schema(endpoint.url().getScheme())
                        .host(endpoint.url().getHost())
                        .port(endpoint.port())
                        .build());
    }

    private static Proxy proxy(URI uri) {
        Proxy.Type type = uri.getScheme().startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
        return new Proxy(type, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()));
    }

    TelegramClient client() {
        return client;
    }

    /** The same with more patience, for requests that carry files. */
    TelegramClient uploadingClient() {
        return uploadingClient;
    }

    /** What stands before the colon of the token: names the bot, and is no secret. */
    String botId() {
        return endpoint.token().substring(0, Math.max(0, endpoint.token().indexOf(':')));
    }

    /** Calls a method with files, which the library does for its own media methods only. */
    <T extends Serializable> CompletableFuture<T> upload(BotApiMethod<T> method, List<Load.Item> files) {
        Request request = new Request.Builder()
                .url(endpoint.url() + "/bot" + endpoint.token() + "/" + method.getMethod())
                .post(MultipartForm.of(method, files))
                .build();
        Answer<T> answer = new Answer<>(method);
        uploading.newCall(request).enqueue(answer);
        return answer.future();
    }

    /**
     * The bot's own user name.
     *
     * @throws Refusal when the Bot API answers with an error, {@link Refusal#isOfToken()} among them
     * @throws IOException when it does not answer
     */
    public String userName() throws IOException {
        return call("getMe", "{}").path("username").asText();
    }

    /**
     * Waits for updates.
     *
     * @param offset the lowest update id wanted; everything lower is confirmed. 0 confirms nothing
     * @return the updates as they came
     */
    List<JsonNode> updates(long offset, Duration wait) throws IOException {
        String body = mapper.createObjectNode()
                .put("offset", offset)
                .put("limit", 100)
                .put("timeout", wait.toSeconds())
                .set("allowed_updates", mapper.valueToTree(WANTED))
                .toString();
        JsonNode result = call("getUpdates", body);
        if (!result.isArray()) {
            throw new Unintelligible("no list of updates");
        }
        List<JsonNode> updates = new ArrayList<>();
        result.forEach(updates::add);
        return updates;
    }

    /** Has updates handed in here from now on. */
    void setWebhook(Hook hook) throws IOException {
        call(
                "setWebhook",
                mapper.createObjectNode()
                        .put("url", hook.url().toString())
                        .put("secret_token", hook.secret())
                        .put("max_connections", MOST_CONNECTIONS)
                        .set("allowed_updates", mapper.valueToTree(WANTED))
                        .toString());
    }

    JsonNode webhookInfo() throws IOException {
        return call("getWebhookInfo", "{}");
    }

    private JsonNode call(String method, String body) throws IOException {
        Request request = new Request.Builder()
                .url(endpoint.url() + "/bot" + endpoint.token() + "/" + method)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = polling.newCall(request).execute()) {
            JsonNode answer = read(response);
            if (!answer.path("ok").asBoolean()) {
                throw new Refusal(
                        answer.path("error_code").asInt(response.code()),
                        answer.path("description").asText("no description"),
                        answer.path("parameters").path("retry_after").asInt(0));
            }
            return answer.path("result");
        }
    }

    private JsonNode read(Response response) throws IOException {
        JsonNode answer;
        try {
            answer = mapper.readTree(
                    response.body() == null ? "" : response.body().string());
        } catch (JsonProcessingException e) {
            throw new Unintelligible("HTTP status " + response.code() + " without an answer in JSON");
        }
        if (!answer.path("ok").isBoolean()) {
            throw new Unintelligible("HTTP status " + response.code() + " without an answer of the Bot API");
        }
        return answer;
    }

    /** Ends the long poll that is under way, so that a stop need not wait for it. */
    void interrupt() {
        polling.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        sending.dispatcher().cancelAll();
        sending.dispatcher().executorService().shutdown();
        sending.connectionPool().evictAll();
        polling.connectionPool().evictAll();
    }
}
