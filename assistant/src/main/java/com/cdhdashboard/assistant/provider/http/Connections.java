package com.cdhdashboard.assistant.provider.http;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connections to providers, which are kept open between requests. */
public final class Connections {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private @Nullable HttpClient client;

    /** Made when first needed: that takes a tenth of a second, which those who ask no model need not wait. */
    synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    // Ends with its connection when it is cancelled; some servers of one's own know no other
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
            client = made;
        }
        return made;
    }
}
