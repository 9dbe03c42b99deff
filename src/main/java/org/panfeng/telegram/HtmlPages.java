package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Packs blocks of HTML into pages; what is longer than a page is cut by {@link HtmlCutter}. */
final class HtmlPages {
    private static final String BETWEEN = "\n\n";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&[a-z]+;");

    private HtmlPages() {}

    static List<String> of(List<String> blocks, int limit) {
        List<String> pages = new ArrayList<>();
        String page = "";
        for (String block : blocks) {
            String longer = page.isEmpty() ? block : page + BETWEEN + block;
            if (length(longer) <= limit) {
                page = longer;
                continue;
            }
            if (!page.isEmpty()) {
                pages.add(page);
            }
            List<String> pieces = new HtmlCutter(limit).cut(block);
            pages.addAll(pieces.subList(0, pieces.size() - 1));
            page = pieces.get(pieces.size() - 1);
        }
        if (!page.isEmpty()) {
            pages.add(page);
        }
        return List.copyOf(pages);
    }

    /** UTF-16 units that are left when Telegram has parsed the entities, which is what its limits count. */
    static int length(String html) {
        return CHARACTER_REFERENCE
                .matcher(TAG.matcher(html).replaceAll(""))
                .replaceAll("&")
                .length();
    }
}
