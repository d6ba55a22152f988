package com.cdhdashboard.assistant.settings;

/** What a model is asked for; each has a table of its own in the file. */
public enum Purpose {
    CHAT("chat_with_data", "Chat with data"),
    STUDIO("config_studio", "Configuration studio");

    private final String table;
    private final String title;

    Purpose(String table, String title) {
        this.table = table;
        this.title = title;
    }

    /** The name of its table. */
    public String table() {
        return table;
    }

    /** As people are told it. */
    public String title() {
        return title;
    }
}
