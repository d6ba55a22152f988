package com.cdhdashboard.core.sheet;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through XML whose elements are known by their local names. */
final class XmlText {
    private final XMLStreamReader xml;

    XmlText(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Goes to the next element that begins inside the one called {@code within}, and gives its name; empty at its end. */
    String nextIn(String within) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return xml.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(within)) {
                return "";
            }
        }
        return "";
    }

    /** An attribute by its local name; empty where there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Passes over the element that has just begun, with everything in it. */
    void skip() throws XMLStreamException {
        text("", 0);
    }

    /** The characters of the element that has just begun. */
    String text() throws XMLStreamException {
        return text("", Integer.MAX_VALUE);
    }

    /** The characters of its elements {@code t}, but for those that tell how others are pronounced. */
    String richText() throws XMLStreamException {
        return text("t", Integer.MAX_VALUE);
    }

    private String text(String only, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int wanted = only.isEmpty() ? 1 : 0;
        int unspoken = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                wanted = xml.getLocalName().equals(only) && wanted == 0 ? depth : wanted;
                unspoken = xml.getLocalName().equals("rPh") && unspoken == 0 ? depth : unspoken;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                wanted = !only.isEmpty() && wanted == depth ? 0 : wanted;
                unspoken = unspoken == depth ? 0 : unspoken;
                depth--;
            } else if (xml.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && wanted > 0
                    && unspoken == 0
                    && text.length() < most) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }
}
