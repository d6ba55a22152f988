package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.error.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a workbook, which is a zip archive of XML files. */
final class WorkbookParts implements Closeable {
    private final String place;
    private final ZipFile zip;
    private final UnaryOperator<InputStream> counted;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    private WorkbookParts(String place, ZipFile zip, UnaryOperator<InputStream> counted) {
        this.place = place;
        this.zip = zip;
        this.counted = counted;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /**
     * Opens a workbook and checks all of its parts.
     *
     * @throws UserException where it is damaged or made to harm
     */
    static WorkbookParts open(String place, Path file, UnaryOperator<InputStream> counted) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IllegalArgumentException e) {
            throw damaged(place, e);
        }
        boolean sound = false;
        try {
            WorkbookGuard.check(place, zip, counted);
            sound = true;
            return new WorkbookParts(place, zip, counted);
        } finally {
            if (!sound) {
                zip.close();
            }
        }
    }

    /** Reads one part. */
    interface Reading<T> {
        T read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /** What a part holds; absent where there is no such part. */
    <T> Optional<T> read(String name, Reading<T> reading) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (!WorkbookGuard.isXml(name)) {
            throw WorkbookGuard.refuse(place, "its part \"" + name + "\" is no XML");
        }
        try (InputStream in = counted.apply(zip.getInputStream(entry))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                return Optional.of(reading.read(xml));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            // An import that is ended closes the stream under the parser
            if (e.getNestedException() instanceof IOException ended) {
                throw ended;
            }
            throw damaged(place, e);
        }
    }

    String place() {
        return place;
    }

    static UserException damaged(String place, Exception cause) {
        return new UserException(
                UserException.Kind.USER, place + ": the workbook is damaged; save it anew, or as CSV", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
