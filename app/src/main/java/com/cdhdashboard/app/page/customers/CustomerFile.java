package com.cdhdashboard.app.page.customers;

import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.output.TableCsv;
import com.cdhdashboard.app.output.TableJson;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Xlsx;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All customers that a question asks for as a file, read and sent in parts. */
final class CustomerFile {
    private final CustomerReader customers;
    private final CustomerPage question;
    private final List<String> notes;

    /** How the file is written. */
    enum Format {
        CSV("csv", "text/csv; charset=utf-8"),
        XLSX("xlsx", Xlsx.CONTENT_TYPE),
        JSON("json", "application/json; charset=utf-8");

        private final String ending;
        private final String contentType;

        Format(String ending, String contentType) {
            this.ending = ending;
            this.contentType = contentType;
        }

        static Optional<Format> ending(String path) {
            for (Format format : values()) {
                if (path.endsWith("." + format.ending)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    /** The question's slice is that of a part. */
    CustomerFile(CustomerReader customers, CustomerPage question, List<String> notes) {
        this.customers = customers;
        this.question = question;
        this.notes = List.copyOf(notes);
    }

    void send(Context context, Format format, LoadedData data) {
        long rows = customers.count(question);
        if (format == Format.XLSX) {
            Xlsx.checkRows(rows);
        }
        Parts parts = new Parts(rows);
        Respond.notes(context, notes);
        context.contentType(format.contentType);
        FileName name = FileName.of(question.metric() + " customers", data, question.filters(), format.ending);
        context.header(Respond.DISPOSITION, format == Format.JSON ? name.inline() : name.attachment());
        try {
            OutputStream out = context.outputStream();
            switch (format) {
                case XLSX ->
                    Xlsx.write(parts, ScoreCatalogue.of(Family.CLV), new Xlsx.Sheets(question.metric(), notes), out);
                case CSV -> csv(parts, out);
                case JSON -> json(parts, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void csv(Parts parts, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        TableCsv.write(parts.next(), text);
        while (parts.hasNext()) {
            TableCsv.writeRows(parts.next(), text);
        }
        text.flush();
    }

    private static void json(Parts parts, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        TableJson.write(parts, text);
        text.flush();
    }

    /** The rows, one slice after the other; where nobody matches, one slice that has the columns only. */
    private final class Parts implements Iterator<Table> {
        private final long rows;
        private long offset;

        private Parts(long rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return offset < Math.max(1, rows);
        }

        @Override
        public Table next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            CustomerPage.Slice slice =
                    new CustomerPage.Slice(offset, question.slice().limit());
            offset += slice.limit();
            return customers.page(
                    new CustomerPage(question.metric(), question.filters(), question.search(), question.sort(), slice));
        }
    }
}
