package com.cdhdashboard.assistant.provider.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** How the library is given an exchange: it asks for a client and gets that, whose limits are its own. */
public record ExchangeBuilder(HttpClient exchange) implements HttpClientBuilder {
    private static final Duration UNUSED = Duration.ofMinutes(1);

    @Override
    public Duration connectTimeout() {
        return UNUSED;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return UNUSED;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return exchange;
    }
}
