package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a call in any of the four forms in which Telegram accepts parameters. */
final class CallReader {

    private CallReader() {}

    static Call read(Context ctx) {
        ObjectNode parameters = Json.object();
        put(ctx.queryParamMap(), parameters);
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        if (type.startsWith("application/json")) {
            parameters.setAll(json(ctx));
        } else if (!type.isEmpty()) {
            put(ctx.formParamMap(), parameters);
        }
        return new Call(ctx.pathParam("method"), parameters, uploads(ctx, type));
    }

    private static ObjectNode json(Context ctx) {
        String body = new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8);
        if (body.isBlank()) {
            return Json.object();
        }
        return Json.parse(body)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> Refusal.badRequest("can't parse request body as JSON object"));
    }

    private static void put(Map<String, List<String>> form, ObjectNode parameters) {
        form.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> parameters.put(name, value)));
    }

    private static Map<String, Call.Upload> uploads(Context ctx, String type) {
        Map<String, Call.Upload> uploads = new HashMap<>();
        if (type.startsWith("multipart/form-data")) {
            ctx.uploadedFileMap().forEach((name, files) -> uploads.put(name, upload(files.get(0))));
        }
        return uploads;
    }

    private static Call.Upload upload(UploadedFile file) {
        String type = file.contentType() == null ? "application/octet-stream" : file.contentType();
        try (InputStream content = file.content()) {
            return new Call.Upload(file.filename(), type, content.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
