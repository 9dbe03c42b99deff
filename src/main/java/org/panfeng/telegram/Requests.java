package org.panfeng.telegram;

import java.util.List;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/** Writes outgoing mail as requests to the Bot API. */
final class Requests {
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private Requests() {}

    static SendMessage message(Destination to, String html, Keyboard keyboard, boolean silent) {
        return SendMessage.builder()
                .chatId(to.chatId())
                .text(html)
                .parseMode("HTML")
                .linkPreviewOptions(NO_PREVIEW)
                .disableNotification(silent ? true : null)
                .replyMarkup(markup(keyboard))
                .allowPaidBroadcast(to.allowsPaidBroadcast())
                .build();
    }

    static SendRichMessage rich(Destination to, InputRichMessage message, Keyboard keyboard, boolean silent) {
        return SendRichMessage.builder()
                .chatId(String.valueOf(to.chatId()))
                .richMessage(message)
                .disableNotification(silent ? true : null)
                .replyMarkup(markup(keyboard))
                .allowPaidBroadcast(to.allowsPaidBroadcast())
                .build();
    }

    static EditMessageText edit(long chatId, long messageId, String html, Keyboard keyboard) {
        return EditMessageText.builder()
                .chatId(chatId)
                .messageId((int) messageId)
                .text(html)
                .parseMode("HTML")
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(markup(keyboard))
                .build();
    }

    static EditMessageText editRich(long chatId, long messageId, InputRichMessage message, Keyboard keyboard) {
        return EditMessageText.builder()
                .chatId(chatId)
                .messageId((int) messageId)
                .richMessage(message)
                .replyMarkup(markup(keyboard))
                .build();
    }

    static SendPhoto photo(Destination to, Load.Item photo, String caption) {
        return SendPhoto.builder()
                .chatId(to.chatId())
                .photo(file(photo))
                .caption(caption)
                .disableNotification(true)
                .allowPaidBroadcast(to.allowsPaidBroadcast())
                .build();
    }

    static SendDocument document(Destination to, Load.Item document, String caption) {
        return SendDocument.builder()
                .chatId(to.chatId())
                .document(file(document))
                .caption(caption)
                .disableNotification(true)
                .disableContentTypeDetection(true)
                .allowPaidBroadcast(to.allowsPaidBroadcast())
                .build();
    }

    private static InputFile file(Load.Item item) {
        return new InputFile(item.reference());
    }

    static AnswerCallbackQuery answer(Outgoing.Toast toast) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(toast.tapId())
                .text(toast.text().isEmpty() ? null : toast.text())
                .showAlert(toast.alert() ? true : null)
                .build();
    }

    static SetMyCommands menu(long chatId, Outgoing.Menu menu) {
        List<BotCommand> commands = menu.entries().stream()
                .map(entry -> new BotCommand(entry.command(), entry.description()))
                .toList();
        return SetMyCommands.builder()
                .commands(commands)
                .scope(
                        chatId == 0
                                ? new BotCommandScopeDefault()
                                : BotCommandScopeChat.builder()
                                        .chatId(String.valueOf(chatId))
                                        .build())
                .build();
    }

    private static InlineKeyboardMarkup markup(Keyboard keyboard) {
        List<InlineKeyboardRow> rows = keyboard.rows().stream()
                .map(row -> new InlineKeyboardRow(row.stream()
                        .map(button -> InlineKeyboardButton.builder()
                                .text(button.label())
                                .callbackData(button.data())
                                .build())
                        .toList()))
                .toList();
        return new InlineKeyboardMarkup(rows);
    }
}
