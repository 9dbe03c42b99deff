package org.panfeng.telegram;

import java.net.URI;
import java.util.Optional;

/**
 * Which Bot API to talk to, and as whom.
 *
 * @param url scheme, host and port, without a path
 * @param proxy {@code http://host:port} or {@code socks5://host:port}
 */
public record Endpoint(URI url, String token, Optional<URI> proxy) {
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    int port() {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    }

    /** Never the token. */
    @Override
    public String toString() {
        return url.toString();
    }
}
