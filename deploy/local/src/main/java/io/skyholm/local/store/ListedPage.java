package io.skyholm.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A page of a list of S3, as a server answers it.
 *
 * @param items what is listed, each with its fields
 * @param fields of the page itself
 */
record ListedPage(List<Map<String, String>> items, Map<String, String> fields) {

    /** Of those elements of the answer that have that name. */
    static ListedPage of(String item, String answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getBytes(UTF_8)))
                    .getDocumentElement();
            List<Map<String, String>> items = new ArrayList<>();
            for (Element child : children(root)) {
                if (child.getTagName().equals(item)) {
                    items.add(fields(child));
                }
            }
            return new ListedPage(items, fields(root));
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException("the server answered no list: " + answer, unreadable);
        }
    }

    /** Whether there is another page behind it. */
    boolean hasMore() {
        return Boolean.parseBoolean(text("IsTruncated"));
    }

    /** Where the next page begins; a server that names none would be asked for the first one again and again. */
    String marker(String field) throws IOException {
        String marker = text(field);
        if (hasMore() && marker.isEmpty()) {
            throw new IOException("the server has more to list, and does not say where that begins");
        }
        return marker;
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    private static Map<String, String> fields(Element element) {
        Map<String, String> fields = new HashMap<>();
        children(element).forEach(child -> fields.put(child.getTagName(), child.getTextContent()));
        return fields;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int at = 0; at < nodes.getLength(); at++) {
            Node node = nodes.item(at);
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
