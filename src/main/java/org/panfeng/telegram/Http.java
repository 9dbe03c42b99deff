package org.panfeng.telegram;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one server, kept alive, and requests over them that nothing repeats. */
final class Http implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Http.class);
    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(90);
    private static final Timeout IDLE = Timeout.ofSeconds(50);

    private final Endpoint endpoint;
    private final int connections;
    private final HttpHost server;
    private @Nullable CloseableHttpAsyncClient started;
    private volatile boolean isClosing;

    /**
     * @param connections how many requests may be under way at once
     */
    Http(Endpoint endpoint, int connections) {
        this.endpoint = endpoint;
        this.connections = connections;
        this.server = new HttpHost(endpoint.url().getScheme(), endpoint.url().getHost(), endpoint.port());
    }

    /** Its threads start with the first request. */
    private synchronized CloseableHttpAsyncClient client() {
        if (started == null) {
            started = build();
            started.start();
        }
        return started;
    }

    private CloseableHttpAsyncClient build() {
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT_WITHIN)
                        .setResponseTimeout(SILENCE)
                        .build());
        IOReactorConfig.Builder reactor = IOReactorConfig.custom()
                .setIoThreadCount(Math.min(2, Runtime.getRuntime().availableProcessors()))
                .setTcpNoDelay(true);
        DnsResolver names = SystemDefaultDnsResolver.INSTANCE;
        if (endpoint.proxy().isPresent()) {
            URI proxy = endpoint.proxy().get();
            if (proxy.getScheme().startsWith("socks")) {
                reactor.setSocksProxyAddress(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
                names = new NamesForTheProxy();
            } else {
                builder.setProxy(new HttpHost("http", proxy.getHost(), proxy.getPort()));
            }
        }
        return builder.setIOReactorConfig(reactor.build())
                .setIoReactorExceptionCallback(this::broken)
                .setConnectionManager(pool(names))
                .build();
    }

    private PoolingAsyncClientConnectionManager pool(DnsResolver names) {
        PoolingAsyncClientConnectionManagerBuilder builder = PoolingAsyncClientConnectionManagerBuilder.create();
        if (server.getSchemeName().equals("http")) {
            // Reading the certificates that nobody will ask for would cost a start a quarter of a second.
            builder.setTlsStrategy((session, host, local, remote, attachment, timeout) -> false);
        }
        return builder.setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDnsResolver(names)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_WITHIN)
                        .setIdleTimeout(IDLE)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(5))
                        .build())
                .build();
    }

    /** The proxy looks the names up: here they may be unknown, or answered falsely. */
    private static final class NamesForTheProxy implements DnsResolver {
        @Override
        public List<InetSocketAddress> resolve(String host, int port) {
            return List.of(InetSocketAddress.createUnresolved(host, port));
        }

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[0];
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Posts a body. The answer comes on a thread of the connections: who has much to do with it goes elsewhere.
     *
     * @param within how long the whole may last
     * @return the answer, whatever its status; fails with {@link NotSent} where the request had no effect for certain, and with another
     *     exception where that is not known
     */
    CompletableFuture<SimpleHttpResponse> post(String path, Body body, Duration within) {
        CompletableFuture<SimpleHttpResponse> answer = new CompletableFuture<>();
        Future<SimpleHttpResponse> exchange = client().execute(
                        server,
                        AsyncRequestBuilder.post()
                                .setHttpHost(server)
                                .setPath(path)
                                .setEntity(body)
                                .build(),
                        SimpleResponseConsumer.create(),
                        null,
                        HttpClientContext.create(),
                        new Telling(answer, body));
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
        deadline.whenComplete((met, late) -> {
            if (late != null) {
                answer.completeExceptionally(failure(body, late));
            }
        });
        answer.whenComplete((done, failure) -> {
            deadline.complete(null);
            if (failure != null) {
                exchange.cancel(true);
            }
        });
        return answer;
    }

    private static Throwable failure(Body body, Throwable failure) {
        return body.withdraw() ? new NotSent(failure) : failure;
    }

    private record Telling(CompletableFuture<SimpleHttpResponse> answer, Body body)
            implements FutureCallback<SimpleHttpResponse> {
        @Override
        public void completed(SimpleHttpResponse response) {
            answer.complete(response);
        }

        @Override
        public void failed(Exception failure) {
            answer.completeExceptionally(failure(body, failure));
        }

        @Override
        public void cancelled() {
            answer.cancel(false);
        }
    }

    /** A connection that cannot be closed because it is closed is no news at the end. */
    private void broken(Exception failure) {
        if (isClosing) {
            log.debug("While closing", failure);
        } else {
            log.error("A thread of the connections has failed", failure);
        }
    }

    @Override
    public synchronized void close() {
        isClosing = true;
        if (started != null) {
            started.close(CloseMode.IMMEDIATE);
        }
    }
}
