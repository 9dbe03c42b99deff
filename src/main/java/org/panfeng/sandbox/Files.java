package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.panfeng.sandbox.Message.Attached;

/** The files people and the bot have sent, in memory; the oldest are forgotten when they become too many. */
final class Files {

    private static final long MEGABYTE = 1 << 20;
    private static final long KEPT_BYTES = 256 * MEGABYTE;
    private static final long UPLOAD_BYTES = 50 * MEGABYTE;
    private static final long PHOTO_BYTES = 10 * MEGABYTE;
    private static final long DOWNLOAD_BYTES = 20 * MEGABYTE;

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Stored(Attached about, byte[] bytes) {}

    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private long bytes;
    private int last;

    void register(Map<String, Method> methods) {
        methods.put("getfile", this::file);
    }

    synchronized Attached add(String name, String mimeType, byte[] content) {
        Attached about = new Attached("sandbox-file-" + ++last, name, mimeType, content.length);
        stored.put(about.fileId(), new Stored(about, content));
        bytes += content.length;
        Iterator<Stored> oldest = stored.values().iterator();
        while (bytes > KEPT_BYTES) {
            bytes -= oldest.next().bytes().length;
            oldest.remove();
        }
        return about;
    }

    synchronized Optional<Stored> find(String fileId) {
        return Optional.ofNullable(stored.get(fileId));
    }

    /** The file behind a path that getFile has told. */
    Optional<Stored> at(String path) {
        return find(path.replaceFirst("^files/", "").replaceFirst("\\.\\w+$", ""));
    }

    /** The file of this parameter: uploaded with the call, or one that is here already. */
    Attached given(Call call, String field) {
        Optional<Call.Upload> upload = call.upload(field);
        if (upload.isPresent()) {
            return uploaded(upload.get());
        }
        String id = call.text(field);
        if (id.isEmpty()) {
            throw Refusal.badRequest("there is no " + field + " in the request");
        }
        return known(id);
    }

    /** The file that a structure refers to: uploaded with the call, or one that is here already. */
    Attached referred(Call call, String reference) {
        Optional<Call.Upload> upload = call.attached(reference);
        if (upload.isPresent()) {
            return uploaded(upload.get());
        }
        if (reference.isEmpty() || reference.startsWith("attach://")) {
            throw Refusal.badRequest("can't parse InputRichMessageMedia: media not found");
        }
        return known(reference);
    }

    private Attached known(String id) {
        if (id.matches("(?i)https?://.*")) {
            throw Refusal.badRequest("failed to get HTTP URL content");
        }
        return find(id).map(Stored::about)
                .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
    }

    private Attached uploaded(Call.Upload upload) {
        if (upload.bytes().length > UPLOAD_BYTES) {
            throw Refusal.tooLarge();
        }
        if (upload.bytes().length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        return add(upload.fileName(), upload.mimeType(), upload.bytes());
    }

    ObjectNode photo(Attached file) {
        if (file.size() > PHOTO_BYTES) {
            throw Refusal.badRequest("file of size " + file.size()
                    + " bytes is too big for a photo; the maximum size is " + PHOTO_BYTES + " bytes");
        }
        ImageSize size = find(file.fileId())
                .flatMap(found -> ImageSize.of(found.bytes()))
                .orElseThrow(() -> Refusal.badRequest("IMAGE_PROCESS_FAILED"));
        if (!size.isPossible()) {
            throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
        ObjectNode fields = Json.object();
        fields.putArray("photo").add(about(file).put("width", size.width()).put("height", size.height()));
        return fields;
    }

    static ObjectNode document(Attached file) {
        ObjectNode fields = Json.object();
        fields.set("document", about(file).put("file_name", file.name()).put("mime_type", file.mimeType()));
        return fields;
    }

    /** What every kind of file has in common in Telegram's form. */
    static ObjectNode about(Attached file) {
        return Json.object()
                .put("file_id", file.fileId())
                .put("file_unique_id", "u" + file.fileId())
                .put("file_size", file.size());
    }

    private JsonNode file(Call call) {
        Attached file = find(call.text("file_id"))
                .map(Stored::about)
                .orElseThrow(() -> Refusal.badRequest("wrong file_id or the file is temporarily unavailable"));
        if (file.size() > DOWNLOAD_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        return about(file).put("file_path", "files/" + file.fileId() + extension(file.name()));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("\\.\\w{1,8}") ? extension : "";
    }
}
