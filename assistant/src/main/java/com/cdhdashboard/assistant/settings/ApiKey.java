package com.cdhdashboard.assistant.settings;

import com.cdhdashboard.core.error.UserException;

/**
 * A key of a provider. It is in memory only, is told to the provider and to nobody else, and never shows itself.
 *
 * <p>Not a record: its text would be the key.
 */
public final class ApiKey {
    private static final int LONGEST = 8_192;

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * As somebody typed it or it stood in a file; space around it is dropped.
     *
     * @throws UserException if it cannot be a key
     */
    public static ApiKey of(String typed) {
        String value = typed.strip();
        if (value.isEmpty()) {
            throw new UserException("the key is empty; enter the key that the provider gave you");
        }
        if (!(value.length() <= LONGEST && value.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
            throw new UserException(
                    "what was entered is not a key: a key is one line of letters, digits and signs without"
                            + " spaces; copy it again");
        }
        return new ApiKey(value);
    }

    /** The key itself, for the request to the provider. */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
