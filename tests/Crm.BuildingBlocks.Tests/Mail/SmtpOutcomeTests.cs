using System.Net;
using System.Net.Sockets;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Testing;
using Crm.Testing.Mail;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Mail;

public sealed class SmtpOutcomeTests
{
    [Theory]
    [InlineData(SmtpTrick.None)]
    [InlineData(SmtpTrick.AnswersInCrumbs)]
    [InlineData(SmtpTrick.DropsAfterAnswer)]
    public async Task A_mail_the_server_answered_for_is_taken(SmtpTrick trick)
    {
        await using var sink = new SmtpSink();
        sink.Next(trick);

        (await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(), CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();

        sink.Mails.ShouldHaveSingleItem().EnvelopeTo.ShouldBe("wang.fang@example.com");
    }

    [Theory]
    [InlineData(SmtpTrick.IsClosed, true)]
    [InlineData(SmtpTrick.Greylists, true)]
    [InlineData(SmtpTrick.DropsBeforeMessage, true)]
    [InlineData(SmtpTrick.DropsInMessage, true)]
    [InlineData(SmtpTrick.DefersMessage, true)]
    [InlineData(SmtpTrick.RefusesRecipient, false)]
    [InlineData(SmtpTrick.RefusesMessage, false)]
    public async Task A_mail_that_surely_was_not_taken_is_retried_unless_it_was_refused_for_good(SmtpTrick trick, bool worthRetrying)
    {
        await using var sink = new SmtpSink();
        sink.Next(trick);
        var longText = string.Concat(Enumerable.Repeat("Sales rose again and again.\n", 400_000));

        var outcome = await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(text: longText), CancellationToken.None);

        outcome.ShouldBeOfType<MailOutcome.NotTaken>().WorthRetrying.ShouldBe(worthRetrying);
        sink.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpTrick.DropsAfterMessage)]
    [InlineData(SmtpTrick.BabblesAfterMessage)]
    public async Task A_mail_handed_over_without_an_answer_is_uncertain_because_it_may_have_been_taken(SmtpTrick trick)
    {
        await using var sink = new SmtpSink();
        sink.Next(trick);

        (await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(), CancellationToken.None)).ShouldBeOfType<MailOutcome.Uncertain>();

        sink.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_before_the_message_ends_in_a_retry_when_the_time_is_up()
    {
        await using var sink = new SmtpSink();
        sink.Next(SmtpTrick.SaysNothing);
        var time = new FakeTime();
        var sending = Letters.Transport(Letters.Settings(sink), time).Send(Letters.Plain(), CancellationToken.None);

        await Elapse(time, sending, sink, TimeSpan.FromSeconds(60));

        (await sending).ShouldBe(new MailOutcome.NotTaken(SmtpFailure.TooSlow, WorthRetrying: true));
    }

    [Fact]
    public async Task Silence_after_the_message_is_borne_longer_and_ends_in_uncertainty()
    {
        await using var sink = new SmtpSink();
        sink.Next(SmtpTrick.SaysNothingAfterMessage);
        var time = new FakeTime();
        var sending = Letters.Transport(Letters.Settings(sink), time).Send(Letters.Plain(), CancellationToken.None);

        await sink.Silent;
        time.Advance(TimeSpan.FromSeconds(299));
        sending.IsCompleted.ShouldBeFalse();
        await Elapse(time, sending, sink, TimeSpan.FromSeconds(300));

        (await sending).ShouldBe(new MailOutcome.Uncertain(SmtpFailure.TooSlow));
    }

    [Fact]
    public async Task A_stop_of_the_host_ends_a_try_before_the_message_is_handed_over_and_the_mail_surely_was_not_taken()
    {
        await using var sink = new SmtpSink();
        sink.Next(SmtpTrick.SaysNothing);
        using var stop = new CancellationTokenSource();
        var sending = Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(), stop.Token);
        await sink.Silent;

        await stop.CancelAsync();

        (await sending).ShouldBe(new MailOutcome.NotTaken(SmtpFailure.Stopped, WorthRetrying: true));
    }

    [Fact]
    public async Task A_stop_of_the_host_does_not_make_it_forget_a_message_already_handed_over()
    {
        await using var sink = new SmtpSink();
        sink.Next(SmtpTrick.SaysNothingAfterMessage);
        using var stop = new CancellationTokenSource();
        var time = new FakeTime();
        var sending = Letters.Transport(Letters.Settings(sink), time).Send(Letters.Plain(), stop.Token);
        await sink.Silent;

        await stop.CancelAsync();
        sending.IsCompleted.ShouldBeFalse();
        await Elapse(time, sending, sink, TimeSpan.FromMinutes(5));

        (await sending).ShouldBeOfType<MailOutcome.Uncertain>();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_worth_a_retry()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();

        var outcome = await Letters.Transport(new MailOptions { Host = SmtpSink.Host, Port = port }).Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.Unreachable, WorthRetrying: true));
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_without_sending_it()
    {
        await using var sink = new SmtpSink { MostBytes = 1000 };

        var outcome = await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(text: new string('x', 2000)), CancellationToken.None);

        outcome.ShouldBeOfType<MailOutcome.NotTaken>().WorthRetrying.ShouldBeFalse();
        sink.Commands.ShouldNotContain(c => c.Contains("MAIL FROM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_reasons_nor_logs_name_the_recipient_or_the_password()
    {
        await using var sink = new SmtpSink { Account = ("crm", "other") };
        sink.Next(SmtpTrick.None, SmtpTrick.RefusesRecipient);
        var log = new LogLines<SmtpTransport>();
        var settings = Letters.Settings(sink);
        (settings.User, settings.Password) = ("crm", Letters.Secret);
        await Letters.Transport(settings, logger: log).Send(Letters.Plain(), CancellationToken.None);
        settings.Password = "other";

        var refused = await Letters.Transport(settings, logger: log).Send(Letters.Plain(), CancellationToken.None);

        refused.ShouldBeOfType<MailOutcome.NotTaken>().Reason.English.ShouldBe("The mail server refused: 550 5.1.1 <***>: nobody of that name (***)");
        log.All.ShouldContain("delivery-7");
        log.All.ShouldNotContain("wang", Case.Insensitive);
        log.All.ShouldNotContain(Letters.Secret);
    }

    /// <summary>The timer may not be set yet when the silence begins: time goes on until it has ended the wait.</summary>
    private static async Task Elapse(FakeTime time, Task sending, SmtpSink sink, TimeSpan limit)
    {
        await sink.Silent;
        while (!sending.IsCompleted)
        {
            time.Advance(limit);
            await Task.Yield();
        }
    }
}
