package com.cdhdashboard.app.start;

import com.cdhdashboard.app.cli.Program;
import com.cdhdashboard.app.cli.Terminal;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Program.run(new StoreWorkspaces(), Terminal.system(), args));
    }
}
