package org.panfeng.sandbox;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps other web sites from reading the chats or acting in them through the browser of whoever runs the sandbox. */
final class SameOrigin {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    /** Neither is what a form of another site can send without asking first. */
    private static final List<String> TYPES = List.of("application/json", "application/octet-stream");

    private SameOrigin() {}

    static void require(Context ctx) {
        String host = ctx.host() == null ? "" : ctx.host();
        String origin = ctx.header("Origin");
        boolean here = LOOPBACK.matcher(host).matches() && (origin == null || origin.equals("http://" + host));
        // A link to the page may stand anywhere; what is behind it is for the page.
        if (!here || (isAskedElsewhere(ctx) && !ctx.path().equals("/"))) {
            throw new ForbiddenResponse("The sandbox answers its own page only");
        }
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        if (ctx.method().equals(HandlerType.POST) && TYPES.stream().noneMatch(type::startsWith)) {
            throw new ForbiddenResponse("The sandbox takes JSON and bytes only");
        }
    }

    /** For what only bots call: the token of a sandbox is no secret, and any site could make a browser call with it. */
    static void refuseSites(Context ctx) {
        if (ctx.header("Origin") != null || isAskedElsewhere(ctx)) {
            throw new ForbiddenResponse("The Bot API is for bots");
        }
    }

    /** Whether a browser says that it asks for the sake of another site, or of another port. */
    private static boolean isAskedElsewhere(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
