package org.panfeng;

/** What the command line answers to the shell. */
final class ExitCode {
    static final int SUCCESS = 0;
    /** Findings, or rows that were refused. */
    static final int FINDINGS = 1;
    /** The command line or the settings are wrong. */
    static final int USAGE = 2;
    /** The token was refused, the database or the port cannot be had. */
    static final int CANNOT_RUN = 3;

    private ExitCode() {}
}
