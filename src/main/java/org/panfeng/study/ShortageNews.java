package org.panfeng.study;

import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;

/** What the admins hear about the new lessons. */
enum ShortageNews {
    /** The last one comes within two weeks. */
    LOW {
        @Override
        String words(LessonStock stock, Language language) {
            String last = Dates.day(language, stock.last().orElseThrow());
            return Texts.html(language, "shortage.low", stock.left(), last);
        }
    },
    /** The day has a review. */
    OUT {
        @Override
        String words(LessonStock stock, Language language) {
            return Texts.html(language, "shortage.out");
        }
    };

    abstract String words(LessonStock stock, Language language);

    /** The news, and how lessons are added to this programme. */
    Outgoing message(LessonStock stock, String programme, Language language) {
        String how = Texts.html(language, "shortage.how", programme);
        return Outgoing.send(Content.html(words(stock, language) + "\n\n" + how), Keyboard.NONE);
    }
}
