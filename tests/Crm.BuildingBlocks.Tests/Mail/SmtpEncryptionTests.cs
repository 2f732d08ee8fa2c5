using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Testing.Mail;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Mail;

public sealed class SmtpEncryptionTests
{
    [Fact]
    public async Task Nothing_but_the_wish_for_encryption_is_said_before_it()
    {
        await using var sink = new SmtpSink();

        await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(), CancellationToken.None);

        sink.Commands.Where(c => !c.StartsWith("TLS ", StringComparison.Ordinal)).Select(c => c.Split(' ')[0]).ShouldBe(["EHLO", "STARTTLS"]);
        sink.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail_where_encryption_is_required()
    {
        await using var sink = new SmtpSink { OffersStartTls = false };

        var outcome = await Letters.Transport(Letters.Settings(sink)).Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.NotEncrypted, WorthRetrying: true));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_ends_the_conversation()
    {
        await using var sink = new SmtpSink();
        var settings = Letters.Settings(sink);
        settings.CertificateSha256 = null;

        var outcome = await Letters.Transport(settings).Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.Untrusted, WorthRetrying: true));
    }

    [Theory]
    [InlineData(StartTls.WhenOffered)]
    [InlineData(StartTls.Never)]
    public async Task Mail_goes_in_the_clear_only_where_the_settings_allow_it(StartTls setting)
    {
        await using var sink = new SmtpSink { OffersStartTls = false };
        var settings = Letters.Settings(sink);
        settings.StartTls = setting;

        (await Letters.Transport(settings).Send(Letters.Plain(), CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();
    }

    [Theory]
    [InlineData("PLAIN LOGIN")]
    [InlineData("LOGIN")]
    public async Task It_signs_in_by_the_ways_the_server_offers(string methods)
    {
        await using var sink = new SmtpSink { Account = ("crm", Letters.Secret), SignInMethods = methods };
        var settings = Letters.Settings(sink);
        (settings.User, settings.Password) = ("crm", Letters.Secret);

        (await Letters.Transport(settings).Send(Letters.Plain(), CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();
    }

    [Fact]
    public async Task A_wrong_password_is_worth_a_retry_once_it_has_been_corrected()
    {
        await using var sink = new SmtpSink { Account = ("crm", "other") };
        var settings = Letters.Settings(sink);
        (settings.User, settings.Password) = ("crm", Letters.Secret);

        var outcome = await Letters.Transport(settings).Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.SignInRefused(535).Reason, WorthRetrying: true));
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear_to_a_server_that_stopped_offering_encryption()
    {
        await using var sink = new SmtpSink { OffersStartTls = false, Account = ("crm", Letters.Secret) };
        var settings = Letters.Settings(sink);
        (settings.User, settings.Password, settings.StartTls) = ("crm", Letters.Secret, StartTls.WhenOffered);

        var outcome = await Letters.Transport(settings).Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.ClearPassword, WorthRetrying: true));
        sink.Commands.ShouldNotContain(c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }
}
