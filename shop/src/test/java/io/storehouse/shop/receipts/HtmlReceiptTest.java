package io.storehouse.shop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReceiptTest {
    @Test
    void isOneWellFormedPageThatNeedsNothingElse() throws Exception {
        String page = Layout.paper(EscPosReceiptTest.receipt("茶杯", "cash", "20"), ReceiptWords.ZH)
                .html();
        Document document = parse(page);

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(document.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(page).contains("@page { size: 80mm auto", "找零", "13.00").doesNotContain("http", "src=", "url(");
    }

    @Test
    void showsNamesAsTextWhateverTheyContain() throws Exception {
        String name = "<script>alert(1)</script> & \"quoted\" 'mug' \u0001</div>";

        Document document = parse(Layout.paper(EscPosReceiptTest.receipt(name, "card", null), ReceiptWords.EN)
                .html());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent())
                .contains("<script>alert(1)</script> & \"quoted\" 'mug'  </div>");
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
