package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MenusTest extends SandboxTest {

    @AfterEach
    void noMenusForAll() {
        for (String scope : new String[] {"default", "all_private_chats"}) {
            wire.result("deleteMyCommands", "{'scope':{'type':'" + scope + "'}}");
            wire.result("deleteMyCommands", "{'scope':{'type':'" + scope + "'},'language_code':'zh'}");
        }
    }

    @Test
    void theNarrowestScopeWinsAndTheOwnLanguageInsideIt() {
        set("'commands':[{'command':'a','description':'default'}]");
        assertThat(menu()).isEqualTo("default");
        set("'language_code':'zh','commands':[{'command':'a','description':'default zh'}]");
        assertThat(menu()).isEqualTo("default zh");
        set("'scope':{'type':'all_private_chats'},'commands':[{'command':'a','description':'private'}]");
        assertThat(menu()).isEqualTo("private");
        set(
                "'scope':{'type':'all_private_chats'},'language_code':'zh','commands':[{'command':'a','description':'private zh'}]");
        assertThat(menu()).isEqualTo("private zh");
        String own = "'scope':{'type':'chat','chat_id':" + li + "}";
        set(own + ",'commands':[{'command':'/a','description':'own'}]");
        assertThat(menu()).isEqualTo("own");
        assertThat(messenger.menu(stranger().id()))
                .extracting(BotCommand::description)
                .containsExactly("private");

        assertThat(wire.result("getMyCommands", "{" + own + "}").toString())
                .isEqualTo("[{\"command\":\"a\",\"description\":\"own\"}]");
        assertThat(wire.result("getMyCommands", "{'language_code':'fr'}")).isEmpty();
        wire.result("deleteMyCommands", "{" + own + "}");
        assertThat(menu()).isEqualTo("private zh");
    }

    @Test
    void mistakesAreRefused() {
        assertThat(wire.refusal("setMyCommands", "{'commands':[{'command':'Big','description':'x'}]}"))
                .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
        assertThat(wire.refusal("setMyCommands", "{'commands':[{'command':'a','description':''}]}"))
                .isEqualTo("400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
        assertThat(wire.refusal(
                        "setMyCommands",
                        "{'scope':{'type':'chat','chat_id':5},'commands':[" + "{'command':'a','description':'x'}]}"))
                .isEqualTo("400 Bad Request: chat not found");
    }

    private static void set(String parameters) {
        wire.result("setMyCommands", "{" + parameters + "}");
    }

    private String menu() {
        return messenger.menu(li).get(0).description();
    }
}
