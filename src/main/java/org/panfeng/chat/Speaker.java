package org.panfeng.chat;

import org.panfeng.mailbox.Sender;

/**
 * Who is talking to the bot.
 *
 * @param enrolled takes part in the programme; an admin need not
 */
public record Speaker(Sender sender, Role role, boolean enrolled, Language language) {}
