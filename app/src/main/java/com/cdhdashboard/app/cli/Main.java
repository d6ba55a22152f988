package com.cdhdashboard.app.cli;

import java.util.ServiceLoader;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Workspaces workspaces = ServiceLoader.load(Workspaces.class).findFirst().orElseThrow();
        System.exit(Program.run(workspaces, Terminal.system(), args));
    }
}
