package io.storehouse.shop.transfer;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook, element by element. How deep it is nested, how long what lies between two of its tags is, and how many
 * names its elements have is bounded, so that the memory that reading takes does not grow with the part.
 */
final class XlsxPart implements Closeable {
    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 1_000;
    /** A spreadsheet's cell holds at most 32,767 characters, of which each may be written as an entity. */
    private static final int LONGEST_RUN = 512 * 1024;

    private static final int LONGEST_TEXT = 65_536;
    private static final XMLInputFactory XML = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    XlsxPart(InputStream in) throws IOException {
        this.in = in;
        try {
            this.xml = XML.createXMLStreamReader(new ShortRuns(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException(e);
        }
    }

    /** Goes to the next element of that name, wherever it is; false at the end. */
    boolean nextElement(String name) throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT && name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next element inside the given one, in which the part is; false where that ends. */
    boolean nextInside(String outer) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || event == XMLStreamConstants.END_ELEMENT && name().equals(outer)) {
                return false;
            }
        }
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the element, whatever its name space. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element, to its end. */
    String text() throws IOException {
        int outside = depth - 1;
        StringBuilder text = new StringBuilder();
        for (int event = next(); depth > outside; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                append(text, xml.getText());
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("Cannot read the workbook: a part ends too early");
            }
        }
        return text.toString();
    }

    /** The text of an item that may have runs of different fonts, to its end; how it is pronounced is left out. */
    String richText(String item) throws IOException {
        StringBuilder text = new StringBuilder();
        while (nextInside(item)) {
            if (name().equals("rPh")) {
                text();
            } else if (name().equals("t")) {
                append(text, text());
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static void append(StringBuilder text, String more) throws IOException {
        if (text.length() + more.length() > LONGEST_TEXT) {
            throw new IOException("Cannot read the workbook: a cell has over " + LONGEST_TEXT + " characters");
        }
        text.append(more);
    }

    private int next() throws IOException {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                names.add(name());
                if (depth > DEEPEST || names.size() > MOST_NAMES) {
                    throw new IOException("Cannot read the workbook: it is nested too deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Fails where no tag begins for long: a parser keeps a tag, and may keep a text, as a whole. */
    private static final class ShortRuns extends FilterReader {
        private int run;

        ShortRuns(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            for (int i = from; i < from + read; i++) {
                run = into[i] == '<' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw new IOException("Cannot read the workbook: a tag or a text is too long");
                }
            }
            return read;
        }
    }
}
