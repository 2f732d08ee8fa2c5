using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Testing;
using Crm.Testing.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Mail;

public sealed class PickupFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crm-test-mail-{Guid.CreateVersion7():N}");

    [Fact]
    public async Task A_mail_becomes_one_whole_file_that_names_nobody()
    {
        (await Transport().Send(Letters.Plain(), CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();

        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldBe("delivery-7.eml");
        var mail = ReceivedMail.FromFile(file);
        mail.Subject.ShouldBe("Sales in March");
        mail.Text.ShouldBe("Sales rose.\r\n");
    }

    [Fact]
    public async Task A_delivery_that_is_repeated_leaves_the_first_file_as_it_is()
    {
        await Transport().Send(Letters.Plain(), CancellationToken.None);

        (await Transport().Send(Letters.Plain(text: "Sales fell."), CancellationToken.None)).ShouldBeOfType<MailOutcome.Taken>();

        ReceivedMail.FromFile(Directory.GetFiles(_folder).ShouldHaveSingleItem()).Text.ShouldBe("Sales rose.\r\n");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_worth_a_retry()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");

        var outcome = await Transport().Send(Letters.Plain(), CancellationToken.None);

        outcome.ShouldBeOfType<MailOutcome.NotTaken>().WorthRetrying.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_that_was_stopped_before_it_was_whole_surely_was_not_taken()
    {
        var outcome = await Transport().Send(Letters.Plain(), new CancellationToken(canceled: true));

        outcome.ShouldBe(new MailOutcome.NotTaken(SmtpFailure.Stopped, WorthRetrying: true));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mails_that_are_to_be_forgotten_are_deleted_and_others_stay()
    {
        Transport().Forget(["delivery-7"]);
        await Transport().Send(Letters.Plain(), CancellationToken.None);
        File.Copy(Path.Combine(_folder, "delivery-7.eml"), Path.Combine(_folder, "delivery-8.eml"));

        Transport().Forget(["delivery-7", "delivery-6"]);

        Path.GetFileName(Directory.GetFiles(_folder).ShouldHaveSingleItem()).ShouldBe("delivery-8.eml");
    }

    [Fact]
    public async Task Mails_that_lie_there_for_longer_than_they_are_kept_are_deleted_and_files_of_others_stay()
    {
        Transport().DeleteOld().ShouldBe(0);
        await Transport().Send(Letters.Plain(), CancellationToken.None);
        var now = new FakeTime().GetUtcNow().UtcDateTime;
        foreach (var (name, days) in new[] { ("old.eml", 31), ("young.eml", 29), ("broken.eml.1.tmp", 31), ("notes.txt", 31) })
        {
            var file = Path.Combine(_folder, name);
            await File.WriteAllTextAsync(file, "");
            File.SetLastWriteTimeUtc(file, now.AddDays(-days));
        }

        Transport().DeleteOld().ShouldBe(2);

        Directory.GetFiles(_folder).Select(Path.GetFileName).ShouldBe(["delivery-7.eml", "notes.txt", "young.eml"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("mail.example.com", typeof(SmtpTransport))]
    [InlineData(null, typeof(PickupFolderTransport))]
    public void The_settings_decide_where_mail_goes(string? host, Type transport)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = host,
            ["Mail:StartTls"] = "whenOffered",
        }).Build();
        using var services = new ServiceCollection().AddLogging().AddMail(configuration).BuildServiceProvider();

        services.GetServices<IHostedService>().Count().ShouldBe(host is null ? 1 : 0, "only a folder has to be cleaned");
        services.GetRequiredService<IMailTransport>().ShouldBeOfType(transport);
        services.GetRequiredService<IOptions<MailOptions>>().Value.StartTls.ShouldBe(StartTls.WhenOffered);
    }

    [Theory]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:User", "crm")]
    [InlineData("Mail:CertificateSha256", "12:34")]
    public void Settings_that_cannot_work_are_refused(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();
        using var services = new ServiceCollection().AddLogging().AddMail(configuration).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        File.Delete(_folder);
    }

    private PickupFolderTransport Transport() =>
        new(Options.Create(new MailOptions { PickupFolder = _folder }), new FakeTime(), new LogLines<PickupFolderTransport>());
}
