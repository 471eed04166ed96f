package io.skyholm.agent.libvirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of XML that is written: whatever is put into it stays text. */
final class XmlElement {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private XmlElement(String name) {
        this.name = name;
    }

    static XmlElement of(String name, XmlElement... children) {
        XmlElement element = new XmlElement(name);
        element.content.addAll(List.of(children));
        return element;
    }

    static XmlElement of(String name, String text) {
        XmlElement element = new XmlElement(name);
        element.content.add(escaped(text));
        return element;
    }

    XmlElement with(String attribute, String value) {
        attributes.put(attribute, escaped(value));
        return this;
    }

    XmlElement and(XmlElement child) {
        content.add(child);
        return this;
    }

    XmlElement and(List<XmlElement> children) {
        content.addAll(children);
        return this;
    }

    /** What XML has no way to write, such as control characters, becomes a space. */
    private static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) ->
                text.append(' ').append(attribute).append("='").append(value).append('\''));
        if (content.isEmpty()) {
            return text.append("/>").toString();
        }
        text.append('>');
        content.forEach(text::append);
        return text.append("</").append(name).append('>').toString();
    }
}
