using System.Security.Cryptography;
using System.Text;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Testing;
using Crm.Testing.Mail;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Mail;

public sealed class MailContentTests
{
    private const string LongChinese = "华东大区二零二六年三月销售月报：按客户、产品、类别与国家汇总的金额、数量、平均值与中位数，附明细表格";

    [Fact]
    public async Task Chinese_names_subjects_texts_and_files_arrive_as_they_were_written()
    {
        var table = Encoding.UTF8.GetBytes("客户,金额\n上海贸易有限公司,12345.67\n");
        var mail = new OutgoingMail("delivery-7", new Mailbox("wang.fang@example.com", "王芳（销售部）"), LongChinese, "您好：\n三月销售见附件。\n")
        {
            Html = "<p>您好：三月销售见附件。</p>",
            Files = [new MailFile($"{LongChinese}.csv", "text/csv", table), new MailFile("it's \"100%\".txt", "text/plain", "x"u8.ToArray())],
        };

        var received = await Deliver(mail);

        received.Subject.ShouldBe(LongChinese);
        received.To.ShouldBe("王芳（销售部） <wang.fang@example.com>");
        received.Text.ShouldBe("您好：\r\n三月销售见附件。\r\n");
        received.Html.ShouldBe("<p>您好：三月销售见附件。</p>");
        received.Files.Select(f => (f.Name, f.Type)).ShouldBe([($"{LongChinese}.csv", "text/csv"), ("it's \"100%\".txt", "text/plain")]);
        received.Files[0].Content.ShouldBe(table);
        received.Raw.ShouldAllBe(b => b < 128);
        Encoding.ASCII.GetString(received.Raw).Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Fact]
    public async Task A_big_file_arrives_byte_for_byte()
    {
        var content = new byte[12_000_001];
        new Random(7).NextBytes(content);

        var received = await Deliver(new OutgoingMail("delivery-7", new Mailbox("a@example.com"), "Big", "See the file.")
        {
            Files = [new MailFile("facts.bin", "application/octet-stream", content)],
        });

        SHA256.HashData(received.Files.ShouldHaveSingleItem().Content).ShouldBe(SHA256.HashData(content));
    }

    [Theory]
    [InlineData(".\r\n")]
    [InlineData("..one\n.\n...\n.two.\n\n.")]
    public async Task Lines_that_begin_with_a_dot_neither_end_the_message_nor_change(string text)
    {
        var received = await Deliver(new OutgoingMail("delivery-7", new Mailbox("a@example.com"), "Dots", text));

        received.Text.TrimEnd('\r', '\n').ShouldBe(text.ReplaceLineEndings("\r\n").TrimEnd('\r', '\n'));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_dot_at_the_cut_between_two_writes_is_doubled_too(int offset)
    {
        const int write = 64 * 1024;
        var headers = (await Deliver(new OutgoingMail("delivery-7", new Mailbox("a@example.com"), "Dots", ""))).Raw.Length - 2;
        var before = write + offset - headers;
        var text = $"{new string('x', before % 2)}{string.Concat(Enumerable.Repeat("\r\n", before / 2))}.end";

        var received = await Deliver(new OutgoingMail("delivery-7", new Mailbox("a@example.com"), "Dots", text));

        received.Raw[write + offset].ShouldBe((byte)'.');
        received.Text.ShouldBe($"{text}\r\n");
    }

    [Fact]
    public async Task A_mail_says_when_it_was_sent_that_a_machine_did_and_which_delivery_it_is()
    {
        var received = await Deliver(new OutgoingMail("delivery-7", new Mailbox("a@example.com"), "Sales", "x"));

        received.Header("Date").ShouldBe("Mon, 02 Mar 2026 08:00:00 +0000");
        received.Header("Message-ID").ShouldBe("<delivery-7@example.com>");
        received.Header("Auto-Submitted").ShouldBe("auto-generated");
        received.From.ShouldBe("\"Crm\" <crm@example.com>");
    }

    [Fact]
    public async Task An_address_in_another_script_is_sent_to_servers_that_take_it_and_refused_by_others()
    {
        await using var modern = new SmtpSink();
        await using var old = new SmtpSink { TakesForeignAddresses = false };
        var mail = Letters.Plain(to: "王芳@例子.中国");

        (await Letters.Transport(Letters.Settings(modern)).Send(mail, CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();
        var refused = await Letters.Transport(Letters.Settings(old)).Send(mail, CancellationToken.None);

        modern.Mails.ShouldHaveSingleItem().EnvelopeTo.ShouldBe("王芳@xn--fsqu00a.xn--fiqs8s");
        refused.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.NoForeignAddresses, WorthRetrying: false));
    }

    [Theory]
    [InlineData("Sales\r\nBcc: all@example.com")]
    [InlineData("Sales\nBcc: all@example.com")]
    [InlineData("Sales\u2028")]
    [InlineData("Sales\0")]
    public void A_line_break_cannot_smuggle_a_header_in(string hostile)
    {
        var to = new Mailbox("a@example.com");

        Should.Throw<RuleBroken>(() => new OutgoingMail("delivery-7", to, hostile, "x")).Rule.ShouldBe(MailRules.LineBreak);
        Should.Throw<RuleBroken>(() => new Mailbox("a@example.com", hostile)).Rule.ShouldBe(MailRules.LineBreak);
        Should.Throw<RuleBroken>(() => new MailFile(hostile, "text/csv", default)).Rule.ShouldBe(MailRules.LineBreak);
        Should.Throw<RuleBroken>(() => new Mailbox($"{hostile}@example.com")).Rule.ShouldBe(MailRules.AddressMalformed);
        Should.Throw<RuleBroken>(() => new Mailbox($"a@{hostile}")).Rule.ShouldBe(MailRules.AddressMalformed);
    }

    [Theory]
    [InlineData("a@b@c.com", false)]
    [InlineData("a b@c.com", false)]
    [InlineData("a@", false)]
    [InlineData("@b.com", false)]
    [InlineData(".a@b.com", false)]
    [InlineData("a..b@c.com", false)]
    [InlineData("a@b..com", false)]
    [InlineData("<a@b.com>", false)]
    [InlineData("a@b.com", true)]
    [InlineData("o'neil+x=y@b.co.uk", true)]
    [InlineData("王芳@例子.中国", true)]
    public void The_form_of_an_address_is_checked(string address, bool wellFormed) => Mailbox.IsWellFormed(address).ShouldBe(wellFormed);

    private static async Task<ReceivedMail> Deliver(OutgoingMail mail)
    {
        await using var sink = new SmtpSink();
        var settings = Letters.Settings(sink);
        settings.StartTls = StartTls.Never;
        (await Letters.Transport(settings).Send(mail, CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();
        return sink.Mails.ShouldHaveSingleItem();
    }
}
