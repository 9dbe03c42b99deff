package org.panfeng;

import java.net.URI;
import java.util.List;

/** Addresses as settings give them; what is none throws {@link IllegalArgumentException}. */
final class SettingUrls {
    private static final List<String> WEB = List.of("http", "https");

    private SettingUrls() {}

    /** Scheme, host and port and nothing else; the scheme's own port where none is written. */
    static URI server(String text) {
        URI uri = URI.create(text);
        require(WEB.contains(scheme(uri)) && uri.getHost() != null && uri.getUserInfo() == null);
        require(List.of("", "/").contains(uri.getPath()) && uri.getQuery() == null && uri.getFragment() == null);
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        require(port <= 65_535);
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
    }

    static URI page(String text) {
        URI uri = URI.create(text);
        require(WEB.contains(scheme(uri)) && uri.getHost() != null && uri.getFragment() == null);
        return uri;
    }

    static URI proxy(String text) {
        URI uri = URI.create(text);
        require(List.of("http", "socks5").contains(scheme(uri)) && uri.getHost() != null);
        require(uri.getPort() > 0 && uri.getPort() <= 65_535);
        return uri;
    }

    static String host(String text) {
        require(text.matches("[\\w.:%-]+"));
        return text;
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
