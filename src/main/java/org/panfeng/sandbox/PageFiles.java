package org.panfeng.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page itself and the files of the chats. Nothing comes from another server, and no script but the page's own runs. */
final class PageFiles {

    /** The page's own files, by the folder of the program they are in. */
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(html|css|js|svg)");

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
        Matcher known = NAME.matcher(name);
        if (!known.matches()) {
            throw new NotFoundResponse("There is no such file");
        }
        try (InputStream content = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (content == null) {
                throw new NotFoundResponse("There is no " + name);
            }
            guarded(ctx)
                    .contentType(TYPES.get(known.group(1)) + "; charset=utf-8")
                    .result(content.readAllBytes());
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
                .contentType(picture ? pictureType(file) : "application/octet-stream")
                .result(file.bytes());
    }

    private static String pictureType(Files.Stored file) {
        return file.about().mimeType().equals("image/jpeg") ? "image/jpeg" : "image/png";
    }

    private static Context guarded(Context ctx) {
        return ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }
}
