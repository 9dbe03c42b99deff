package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panfeng.sandbox.Message.Kind;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.richblock.RichBlockPhoto;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessageMedia;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The library the bot is built on takes the stand-in for Telegram. */
class LibraryTest extends SandboxTest {

    private static OkHttpTelegramClient bot;

    @BeforeAll
    static void connect() {
        URI uri = URI.create(standIn.url());
        bot = new OkHttpTelegramClient(
                new OkHttpClient(), Wire.TOKEN, new TelegramUrl(uri.getScheme(), uri.getHost(), uri.getPort(), false));
    }

    @Test
    void sendsATextWithButtonsAndHearsThePress() throws Exception {
        var sent = bot.execute(SendMessage.builder()
                .chatId(li)
                .text("<b>问题</b> 1 &lt; 2?")
                .parseMode("HTML")
                .replyMarkup(keyboard("对", "q:1:yes"))
                .build());
        assertThat(sent.getText()).isEqualTo("问题 1 < 2?");
        assertThat(sent.getEntities())
                .singleElement()
                .satisfies(entity -> assertThat(entity.getType()).isEqualTo("bold"));

        String query = messenger.tapsLabel(li, "对");
        Update update = updates().get(0);
        assertThat(update.getCallbackQuery().getId()).isEqualTo(query);
        assertThat(update.getCallbackQuery().getData()).isEqualTo("q:1:yes");
        assertThat(update.getCallbackQuery().getFrom().getId()).isEqualTo(li);
        assertThat(update.getCallbackQuery().getMessage().getMessageId()).isEqualTo(sent.getMessageId());

        bot.execute(AnswerCallbackQuery.builder()
                .callbackQueryId(query)
                .text("✅")
                .showAlert(true)
                .build());
        assertThat(messenger.awaitAnswer(li, query, SOON))
                .satisfies(toast -> assertThat(toast.text()).isEqualTo("✅"))
                .satisfies(toast -> assertThat(toast.alert()).isTrue());
    }

    @Test
    void editsAText() throws Exception {
        int id = wire.sendMessage(li, "before");
        clock.now = MONDAY.plusSeconds(60);
        bot.execute(
                EditMessageText.builder().chatId(li).messageId(id).text("after").build());
        Message message = messenger.awaitMessage(li, m -> m.text().equals("after"), SOON);
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.sentAt()).isEqualTo(MONDAY);
        assertThat(message.editedAt()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void sendsARichMessageAndReadsItBack() throws Exception {
        String html = "<h1>创新</h1><p>Break with <b>convention</b> <a href=\"https://example.org\">here</a></p>"
                + "<ul><li>one</li><li>two</li></ul><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
                + "</table><details><summary>More</summary><p>hidden</p></details><hr><blockquote>q</blockquote>"
                + "<pre>code</pre><footer>end</footer>";
        var sent = bot.execute(SendRichMessage.builder()
                .chatId(li)
                .richMessage(InputRichMessage.builder().html(html).build())
                .replyMarkup(keyboard("开始答题", "quiz"))
                .build());
        assertThat(sent.getRichMessage().getBlocks())
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly(
                        "RichBlockSectionHeading",
                        "RichBlockParagraph",
                        "RichBlockList",
                        "RichBlockTable",
                        "RichBlockDetails",
                        "RichBlockDivider",
                        "RichBlockBlockQuotation",
                        "RichBlockPreformatted",
                        "RichBlockFooter");
        Message seen = messenger.chat(li).get(0);
        assertThat(seen.kind()).isEqualTo(Kind.RICH);
        assertThat(seen.text())
                .isEqualTo("创新\nBreak with convention here\n• one\n• two\nA | B\n1 | 2\nMore\nhidden\nq\ncode\nend");
        assertThat(seen.html()).contains("<h1>创新</h1>", "<td>1</td>", "href=\"https://example.org\"");
    }

    @Test
    void readsBackThePictureOfARichMessageAndEditsItIn() throws Exception {
        var photo = bot.execute(
                new SendPhoto(Long.toString(li), new InputFile(new ByteArrayInputStream(png()), "chart.png")));
        String fileId = photo.getPhoto().get(0).getFileId();
        InputRichMessage message = InputRichMessage.builder()
                .html("<p>a</p><figure><img src=\"tg://photo?id=p1\"/><figcaption>图表</figcaption></figure>")
                .media(List.of(new InputRichMessageMedia("p1", new InputMediaPhoto(fileId))))
                .build();
        var sent = bot.execute(
                SendRichMessage.builder().chatId(li).richMessage(message).build());
        assertThat(sent.getRichMessage().getBlocks().get(1)).isInstanceOfSatisfying(RichBlockPhoto.class, block -> {
            assertThat(block.getPhoto()).singleElement().satisfies(size -> {
                assertThat(size.getFileId()).isEqualTo(fileId);
                assertThat(size.getWidth()).isEqualTo(40);
            });
            assertThat(block.getCaption()).isNotNull();
        });
        int text = wire.sendMessage(li, "text");
        bot.execute(EditMessageText.builder()
                .chatId(li)
                .messageId(text)
                .richMessage(message)
                .build());
        assertThat(messenger.chat(li).get(2).html()).contains("/sandbox/files/" + fileId);
    }

    @Test
    void sendsAPhotoAndADocumentAndGetsThemAgain() throws Exception {
        var photo = bot.execute(SendPhoto.builder()
                .chatId(li)
                .photo(new InputFile(new ByteArrayInputStream(png()), "chart.png"))
                .caption("<i>图表</i>")
                .parseMode("HTML")
                .build());
        assertThat(photo.getPhoto().get(0).getWidth()).isEqualTo(40);
        assertThat(photo.getCaption()).isEqualTo("图表");

        byte[] sheet = "姓名,连续天数".getBytes(StandardCharsets.UTF_8);
        var document = bot.execute(SendDocument.builder()
                .chatId(li)
                .document(new InputFile(new ByteArrayInputStream(sheet), "排名.csv"))
                .replyMarkup(keyboard("已阅", "read"))
                .build());
        assertThat(document.getDocument().getFileName()).isEqualTo("排名.csv");

        String path =
                bot.execute(new GetFile(document.getDocument().getFileId())).getFilePath();
        String url = standIn.url() + "/file/bot" + Wire.TOKEN + "/" + path;
        assertThat(wire.send(Wire.at(url).build()).body()).isEqualTo("姓名,连续天数");
        assertThat(messenger.chat(li)).extracting(Message::kind).containsExactly(Kind.PHOTO, Kind.DOCUMENT);
        assertThat(messenger.chat(li).get(1).button("已阅")).isPresent();
    }

    @Test
    void uploadsThatAreTooLargeAreRefused() throws Exception {
        byte[] photo = Arrays.copyOf(png(), (10 << 20) + 1);
        assertThatThrownBy(() -> bot.execute(new SendPhoto(Long.toString(li), file(photo))))
                .hasMessageContaining("[400] Bad Request: file of size 10485761 bytes is too big for a photo");
        byte[] document = new byte[(50 << 20) + 1];
        assertThatThrownBy(() -> bot.execute(new SendDocument(Long.toString(li), file(document))))
                .hasMessageContaining("[413] Request Entity Too Large");
        assertThat(messenger.chat(li)).isEmpty();
    }

    private static InputFile file(byte[] content) {
        return new InputFile(new ByteArrayInputStream(content), "large");
    }

    @Test
    void setsTheMenuOfOneChat() throws Exception {
        bot.execute(SetMyCommands.builder()
                .command(new org.telegram.telegrambots.meta.api.objects.commands.BotCommand("today", "今天的任务"))
                .scope(BotCommandScopeChat.builder().chatId(li).build())
                .build());
        assertThat(messenger.menu(li)).containsExactly(new BotCommand("today", "今天的任务"));
        assertThat(bot.execute(new GetChat(Long.toString(li))).getFirstName()).isEqualTo("丽");
    }

    @Test
    void understandsARefusal() {
        messenger.blocks(li);
        assertThatThrownBy(() -> bot.execute(new SendMessage(Long.toString(li), "hello")))
                .isInstanceOfSatisfying(TelegramApiRequestException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(403);
                    assertThat(refused.getApiResponse()).isEqualTo("Forbidden: bot was blocked by the user");
                });
        standIn.faults().on("sendMessage").tooManyRequests(7);
        assertThatThrownBy(() -> bot.execute(new SendMessage(Long.toString(li), "hello")))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        refused -> assertThat(refused.getParameters().getRetryAfter())
                                .isEqualTo(7));
    }

    @Test
    void readsEveryKindOfUpdate() throws Exception {
        int text = messenger.says(li, "/start CODE");
        messenger.edits(li, text, "/start OTHER");
        messenger.sends(li, new Attachment.Photo(png(), "look"));
        messenger.sends(li, new Attachment.Document("花名册.xlsx", "application/zip", new byte[] {1, 2}, ""));
        messenger.sends(li, new Attachment.Sticker("👍"));
        messenger.sends(li, new Attachment.Voice(Duration.ofSeconds(4)));
        messenger.taps(li, 999_999, "gone");
        messenger.blocks(li);
        messenger.unblocks(li);

        List<Update> updates = updates();
        assertThat(updates).hasSize(9);
        assertThat(updates.get(0).getMessage().getEntities().get(0).getText()).isEqualTo("/start");
        assertThat(updates.get(0).getMessage().getDate()).isEqualTo((int) MONDAY.getEpochSecond());
        assertThat(updates.get(0).getMessage().getFrom().getLanguageCode()).isEqualTo("zh-hans");
        assertThat(updates.get(1).getEditedMessage().getText()).isEqualTo("/start OTHER");
        assertThat(updates.get(2).getMessage().getPhoto()).hasSize(1);
        assertThat(updates.get(3).getMessage().getDocument().getFileName()).isEqualTo("花名册.xlsx");
        assertThat(updates.get(4).getMessage().getSticker().getEmoji()).isEqualTo("👍");
        assertThat(updates.get(5).getMessage().getVoice().getDuration()).isEqualTo(4);
        assertThat(updates.get(6).getCallbackQuery().getMessage().getDate()).isZero();
        assertThat(updates.get(7).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("kicked");
        assertThat(updates.get(8).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("member");
    }

    private static InlineKeyboardMarkup keyboard(String label, String data) {
        InlineKeyboardButton button =
                InlineKeyboardButton.builder().text(label).callbackData(data).build();
        return InlineKeyboardMarkup.builder()
                .keyboardRow(new InlineKeyboardRow(button))
                .build();
    }

    private static List<Update> updates() throws Exception {
        List<Update> updates = new ArrayList<>();
        for (var json : wire.result("getUpdates", "{}")) {
            updates.add(new ObjectMapper().treeToValue(json, Update.class));
        }
        return updates;
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
