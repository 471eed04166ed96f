package io.skyholm.agent.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML that is read: what libvirt says of a domain. */
final class XmlTree {

    private XmlTree() {}

    static Element read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalArgumentException("libvirt says what is no XML", unreadable);
        }
    }

    /** The first element of that name below another. */
    static Optional<Element> first(Element above, String name) {
        return all(above.getElementsByTagName(name)).stream().findFirst();
    }

    static Optional<Element> first(Element above, String namespace, String name) {
        return all(above.getElementsByTagNameNS(namespace, name)).stream().findFirst();
    }

    static List<Element> all(Element above, String name) {
        return all(above.getElementsByTagName(name));
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int number = 0; number < nodes.getLength(); number++) {
            elements.add((Element) nodes.item(number));
        }
        return elements;
    }

    static String write(Element element) {
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (TransformerException unwritable) {
            throw new IllegalArgumentException("An element cannot be written", unwritable);
        }
    }
}
