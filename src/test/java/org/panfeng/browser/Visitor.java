package org.panfeng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** Somebody at the page: does what a person does there and sees what a person sees. Every look waits until it is so, or fails. */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WHOLE_NAME = ".//b[normalize-space()='%s']/ancestor::button";

    private final ChromeDriver driver;
    private final String tab;

    Visitor(ChromeDriver driver) {
        this.driver = driver;
        this.tab = driver.getWindowHandle();
        until(
                "the list of people",
                () -> !driver.findElements(By.cssSelector("#parts button")).isEmpty());
    }

    /** Looks at this tab again. */
    public Visitor returns() {
        driver.switchTo().window(tab);
        return this;
    }

    // --- whom one is

    public Visitor is(String name) {
        if (isShown("#back")) {
            click("#back");
        }
        press(one("#lists").findElement(By.xpath(WHOLE_NAME.formatted(name))));
        until("the chat of " + name, () -> one("#head b").getText().equals(name));
        return this;
    }

    /** What the list says of somebody: name, part, preview, count of unread messages. */
    public String listed(String name) {
        return one("#lists").findElement(By.xpath(WHOLE_NAME.formatted(name))).getText();
    }

    // --- what one does

    public Visitor says(String text) {
        WebElement box = one("#text");
        box.clear();
        box.sendKeys(text, Keys.ENTER);
        return this;
    }

    /** Types keys wherever the focus is. */
    public Visitor types(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Presses the newest button below a message with this label, else the newest whose label begins with it. */
    public Visitor presses(String label) {
        until("a button " + label, () -> {
            WebElement key = (WebElement) driver.executeScript(KEY, label);
            if (key != null) {
                press(key);
            }
            return key != null;
        });
        return this;
    }

    private static final String KEY = """
            const keys = [...document.querySelectorAll('.keys button')].reverse();
            return keys.find((key) => key.innerText === arguments[0]) ?? keys.find((key) => key.innerText.startsWith(arguments[0]));
            """;

    /** Presses something of the page itself. */
    public Visitor click(String selector) {
        until(selector, () -> {
            press(one(selector));
            return true;
        });
        return this;
    }

    private void press(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Lets the time pass to one of the places the page offers, counted from 0. */
    public Visitor jumps(int number) {
        click("#jumps button:nth-child(" + (number + 1) + ")");
        until(
                "the time to have passed",
                () -> !isShown("body.passing")
                        && !driver.findElements(By.cssSelector("#jumps button")).isEmpty());
        return this;
    }

    public Visitor scrollsTo(String selector) {
        driver.executeScript("arguments[0].scrollIntoView()", one(selector));
        return this;
    }

    public Visitor uploads(String path) {
        one("#file").sendKeys(path);
        until("a look at the file", () -> isShown("#upload"));
        return this;
    }

    public Visitor reloads() {
        driver.navigate().refresh();
        until("the list of people", () -> isShown("#parts button") || isShown("#head"));
        return this;
    }

    // --- what one sees

    /** The newest message of the bot says this. */
    public Visitor sees(String text) {
        until("“" + text + "”", () -> newest().contains(text));
        return this;
    }

    /** Sees a message of the bot that says this, whatever has come after it. */
    public Visitor told(String text) {
        until("“" + text + "” somewhere", () -> asks("""
                        return [...document.querySelectorAll('#messages .theirs .words')].map((words) => words.innerText).join('\\n')
                        """).toString().contains(text));
        return this;
    }

    /** What the newest message of the bot says. */
    public String newest() {
        return asks("return [...document.querySelectorAll('#messages .theirs .words')].at(-1)?.innerText ?? ''")
                .toString();
    }

    /** The labels of the buttons below the newest message of the bot. */
    public List<String> buttons() {
        return Stream.of(asks("""
                        return [...[...document.querySelectorAll('#messages .theirs')].at(-1).querySelectorAll('.keys button')]
                          .map((key) => key.innerText).join('\\n');
                        """).toString().split("\n"))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    /** Something of the page is to be seen, and says this. */
    public Visitor finds(String selector, String text) {
        until(
                selector + " that says “" + text + "”",
                () -> driver.findElements(By.cssSelector(selector)).stream()
                        .anyMatch(
                                found -> found.isDisplayed() && found.getText().contains(text)));
        return this;
    }

    public Visitor findsNothing(String selector) {
        until("no " + selector, () -> !isShown(selector));
        return this;
    }

    public boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Whether the last of these can be seen whole in the chat, without scrolling. */
    public boolean isInView(String selector) {
        return asks(IN_VIEW.formatted(selector)).equals(true);
    }

    private static final String IN_VIEW = """
            const chat = document.querySelector('#messages').getBoundingClientRect();
            const seen = [...document.querySelectorAll('%s')].at(-1)?.getBoundingClientRect();
            return Boolean(seen) && seen.top >= chat.top && seen.bottom <= chat.bottom;
            """;

    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    public WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** What a script of one's own finds out. */
    public Object asks(String script) {
        return Objects.requireNonNullElse(driver.executeScript(script), "nothing");
    }

    // --- whether it is well made

    /** Nothing reaches beyond the edge, and a screen reader finds its way. */
    public Visitor findsThePageSound() {
        assertThat(asks("return document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the page")
                .isEqualTo(true);
        assertThat(asks(CUT))
                .as("no button, heading or message of the page is cut at its side")
                .isEqualTo(List.of());
        assertThat(new AxeBuilder()
                        .analyze(driver).getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                                .toList()))
                .as("what a screen reader would stumble over")
                .isEmpty();
        return this;
    }

    private static final String CUT = """
            return [...document.querySelectorAll('button, h1, h2, .bubble, #steps li, #step')]
              .filter((node) => node.checkVisibility() && !node.closest('.unseen, .frame, [dir] pre'))
              .filter((node) => { const box = node.getBoundingClientRect();
                return box.width && box.bottom > 0 && box.top < innerHeight && (box.left < -1 || box.right > innerWidth + 1); })
              .map((node) => node.outerHTML.slice(0, 120));
            """;

    public void until(String what, Supplier<Boolean> isSo) {
        new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(NotFoundException.class, StaleElementReferenceException.class)
                .ignoring(IndexOutOfBoundsException.class)
                .withMessage(() -> "Waited for " + what + "; the chat ends with “" + newest() + "”")
                .until(now -> isSo.get());
    }
}
