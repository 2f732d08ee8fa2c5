using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>
/// Puts mails into a folder, one <c>.eml</c> file each, named by the key of the delivery alone. A file is whole or not there, and a delivery
/// that is repeated finds its file and leaves it as it is.
/// </summary>
public sealed class PickupFolderTransport(IOptions<MailOptions> options, TimeProvider time, ILogger<PickupFolderTransport> logger) : IMailTransport
{
    public async Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation)
    {
        var folder = options.Value.PickupFolder;
        var message = MimeMessage.Write(mail, Mailbox.Parse(options.Value.From), time.GetUtcNow());
        try
        {
            Directory.CreateDirectory(folder);
            var file = FileOf(mail.Key);
            if (!File.Exists(file)) await WriteWhole(file, message, cancellation);
            logger.MailTaken(mail.Key);
            return new MailOutcome.Taken();
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.NotTaken(SmtpFailure.Stopped, WorthRetrying: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.MailNotTaken(mail.Key, e.GetType().Name);
            return new MailOutcome.NotTaken(new Phrase("The pickup folder cannot be written to.", "无法写入邮件文件夹。"), WorthRetrying: true);
        }
    }

    public void Forget(IEnumerable<string> keys)
    {
        if (!Directory.Exists(options.Value.PickupFolder)) return;
        foreach (var key in keys) File.Delete(FileOf(key));
    }

    /// <summary>Deletes what lies here for longer than mails are kept, whether or not anybody fetched it.</summary>
    /// <returns>How many files.</returns>
    public int DeleteOld()
    {
        var folder = new DirectoryInfo(options.Value.PickupFolder);
        if (!folder.Exists) return 0;
        var before = time.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeepDays);
        // What was being written when a host died has the same beginning.
        var old = folder.EnumerateFiles("*.eml*").Where(f => f.LastWriteTimeUtc < before).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    private string FileOf(string key) => Path.Combine(options.Value.PickupFolder, $"{key}.eml");

    private static async Task WriteWhole(string file, byte[] message, CancellationToken cancellation)
    {
        var unfinished = $"{file}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(message, cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
