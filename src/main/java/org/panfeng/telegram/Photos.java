package org.panfeng.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** A photo as Telegram tells of it: the same picture in several sizes. */
final class Photos {
    private Photos() {}

    static String fileId(Message message) {
        return fileId(message.getPhoto());
    }

    /** The id of the largest size, which stands for all of them; empty if there is none. */
    static String fileId(@Nullable List<PhotoSize> sizes) {
        return Stream.ofNullable(sizes)
                .flatMap(List::stream)
                .max(Comparator.comparingLong(size -> (long) size.getWidth() * size.getHeight()))
                .map(PhotoSize::getFileId)
                .orElse("");
    }
}
