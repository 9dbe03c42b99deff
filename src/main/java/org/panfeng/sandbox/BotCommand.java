package org.panfeng.sandbox;

/** A line of the command menu; the command is without its slash. */
public record BotCommand(String command, String description) {}
