package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Picture;
import org.panfeng.sandbox.Message.Attached;

/** The pictures that come with a rich message, and their places in it: {@code <img src="tg://photo?id=…">}. */
final class RichMedia {

    private static final int MOST = 50;
    private static final String LINK = "tg://photo?id=";
    /** Where a block may stand, and so a picture; the empty string is the message itself. */
    private static final Set<String> CONTAINERS = Set.of("", "figure", "details", "blockquote", "li");

    private final Map<String, Picture> pictures = new HashMap<>();
    private final Set<String> placed = new HashSet<>();

    private RichMedia() {}

    /** Reads what the call says about media, storing the files that were uploaded with it. */
    static RichMedia of(Call call, Files files) {
        RichMedia media = new RichMedia();
        JsonNode given = call.json("rich_message").path("media");
        if (given.size() > MOST) {
            throw RichMessage.refusal("too many media");
        }
        given.forEach(one -> media.add(one, call, files));
        return media;
    }

    private void add(JsonNode media, Call call, Files files) {
        String id = media.path("id").asText();
        if (!id.matches("[A-Za-z0-9_-]{1,64}") || pictures.containsKey(id)) {
            throw Refusal.badRequest("can't parse InputRichMessageMedia: invalid media identifier specified");
        }
        JsonNode file = media.path("media");
        if (!file.path("type").asText().equals("photo")) {
            throw Refusal.badRequest("can't parse InputRichMessageMedia: unsupported media type specified");
        }
        Attached attached = files.referred(call, file.path("media").asText());
        pictures.put(id, new Picture(attached.fileId(), files.photo(attached).path("photo"), List.of()));
    }

    /** The same text with its pictures; refuses one that is not there, one that nobody placed, and one within a line. */
    List<Markup> place(List<Markup> tree) {
        List<Markup> result = place(tree, "");
        if (!placed.equals(pictures.keySet())) {
            throw RichMessage.refusal("media is not used in the message");
        }
        return result;
    }

    private List<Markup> place(List<Markup> nodes, String parent) {
        List<Markup> result = new ArrayList<>();
        for (Markup node : nodes) {
            result.add(node instanceof Element element ? place(element, parent) : node);
        }
        return result;
    }

    private Markup place(Element element, String parent) {
        if (element.attribute("src").startsWith(LINK) && element.tag().equals("img")) {
            return picture(element, parent);
        }
        List<Markup> children = place(element.children(), element.tag());
        for (Markup child : children) {
            if (element.tag().equals("figure") && child instanceof Picture picture) {
                return picture.captioned(caption(children));
            }
        }
        return new Element(element.tag(), element.attributes(), children);
    }

    private Picture picture(Element image, String parent) {
        String id = image.attribute("src").substring(LINK.length());
        Picture picture = pictures.get(id);
        if (picture == null) {
            throw RichMessage.refusal("media with identifier \"" + id + "\" not found");
        }
        if (!CONTAINERS.contains(parent)) {
            throw RichMessage.refusal("images can be specified only as separate media blocks");
        }
        placed.add(id);
        return picture;
    }

    private static List<Markup> caption(List<Markup> figure) {
        return figure.stream()
                .filter(child ->
                        child instanceof Element element && element.tag().equals("figcaption"))
                .findFirst()
                .map(caption -> ((Element) caption).children())
                .orElse(List.of());
    }
}
