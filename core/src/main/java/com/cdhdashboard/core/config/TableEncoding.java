package com.cdhdashboard.core.config;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The encodings of text that CSV files come in. */
public enum TableEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
    UTF_16BE("utf-16be", StandardCharsets.UTF_16BE),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    private final String label;
    private final Charset charset;

    TableEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** The name in configurations, options and pages. */
    public String label() {
        return label;
    }

    public Charset charset() {
        return charset;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(TableEncoding::label).toList();
    }

    public static Optional<TableEncoding> of(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
