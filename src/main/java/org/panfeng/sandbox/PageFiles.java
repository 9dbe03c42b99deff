package org.panfeng.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page itself and the files of the chats. Nothing comes from another server, and no script but the page's own runs. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "page.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "message.js", "text/javascript; charset=utf-8",
            "texts.js", "text/javascript; charset=utf-8");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Files files;

    PageFiles(Files files) {
        this.files = files;
    }

    void register(RoutesConfig routes) {
        routes.before("/", SameOrigin::require);
        routes.get("/", ctx -> serve(ctx, "page.html"));
        routes.get("/sandbox/page/{name}", ctx -> serve(ctx, ctx.pathParam("name")));
        routes.get("/sandbox/files/{id}", this::file);
    }

    private static void serve(Context ctx, String name) {
        String type = TYPES.get(name);
        if (type == null) {
            throw new NotFoundResponse("There is no " + name);
        }
        try (InputStream content = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            guarded(ctx).contentType(type).result(content.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void file(Context ctx) {
        Files.Stored file =
                files.find(ctx.pathParam("id")).orElseThrow(() -> new NotFoundResponse("There is no such file"));
        boolean picture = ImageSize.of(file.bytes()).isPresent();
        guarded(ctx)
                .header("Content-Disposition", picture ? "inline" : "attachment")
                .contentType(picture ? "image/png" : "application/octet-stream")
                .result(file.bytes());
    }

    private static Context guarded(Context ctx) {
        return ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }
}
