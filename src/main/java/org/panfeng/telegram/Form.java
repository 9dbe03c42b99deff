package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** A call as a form with files: each parameter is a part, structures as JSON, and each file is a part by its label. */
final class Form {
    private static final ContentType TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private Form() {}

    static Body of(JsonNode parameters, List<Load.Item> files) {
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.EXTENDED)
                .setCharset(StandardCharsets.UTF_8);
        parameters.fields().forEachRemaining(parameter -> {
            JsonNode value = parameter.getValue();
            form.addTextBody(parameter.getKey(), value.isValueNode() ? value.asText() : value.toString(), TEXT);
        });
        files.forEach(file -> form.addBinaryBody(
                file.label(),
                file.bytes(),
                ContentType.APPLICATION_OCTET_STREAM,
                file.file().name()));
        return body(form.build());
    }

    private static Body body(HttpEntity entity) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.max(0, entity.getContentLength()));
            entity.writeTo(bytes);
            return new Body(ContentType.parse(entity.getContentType()), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
