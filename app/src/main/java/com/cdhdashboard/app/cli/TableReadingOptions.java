package com.cdhdashboard.app.cli;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.error.UserException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How CSV files and workbooks are read, where recognising it goes wrong. */
final class TableReadingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "CSV: the character between values, or tab or space.")
    private Optional<String> delimiter = Optional.empty();

    @Option(names = "--quote", paramLabel = "C", description = "CSV: the character around values.")
    private Optional<String> quote = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", description = "CSV: utf-8, utf-16le, utf-16be or windows-1252.")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--decimal", paramLabel = "C", description = "CSV: . or , before decimals.")
    private Optional<String> decimal = Optional.empty();

    @Option(
            names = "--header",
            paramLabel = "BOOL",
            description = "CSV or XLSX: whether the first row names the columns.")
    private Optional<String> header = Optional.empty();

    @Option(
            names = "--header-row",
            paramLabel = "N",
            description = "CSV or XLSX: the row that names the columns, counted from 1.")
    private Optional<String> headerRow = Optional.empty();

    @Option(names = "--sheet", paramLabel = "NAME", description = "XLSX: the sheet to read.")
    private Optional<String> sheet = Optional.empty();

    TableOptions read() {
        Map<String, String> texts = new LinkedHashMap<>();
        delimiter.ifPresent(text -> texts.put("delimiter", text));
        quote.ifPresent(text -> texts.put("quote", text));
        encoding.ifPresent(text -> texts.put("encoding", text));
        decimal.ifPresent(text -> texts.put("decimal", text));
        header.ifPresent(text -> texts.put("header", text));
        headerRow.ifPresent(text -> texts.put("header_row", text));
        sheet.ifPresent(text -> texts.put("sheet", text));
        try {
            return TableOptionTexts.read(texts);
        } catch (UserException e) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--" + optionOf(String.valueOf(e.getMessage())), e);
        }
    }

    /** Names of the configuration have low lines where those of the command line have hyphens. */
    private static String optionOf(String message) {
        int end = message.indexOf(':');
        return message.substring(0, end).replace('_', '-') + message.substring(end);
    }
}
