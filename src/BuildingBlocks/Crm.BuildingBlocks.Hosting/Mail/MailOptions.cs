using System.ComponentModel.DataAnnotations;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Configuration section <c>Mail</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The mail server. None: mails are put into <see cref="PickupFolder"/> as files.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public StartTls StartTls { get; set; } = StartTls.Required;

    /// <summary>SHA-256 of the server's certificate in hex: that certificate is accepted, and no other, whoever issued it. None: the usual check.</summary>
    [RegularExpression("^[0-9A-Fa-f]{64}$")]
    public string? CertificateSha256 { get; set; }

    /// <summary>The sender, with or without a name: <c>Sales &lt;sales@example.com&gt;</c>.</summary>
    public string From { get; set; } = "Crm <crm@localhost>";

    /// <summary>Relative to the working directory.</summary>
    [Required]
    public string PickupFolder { get; set; } = "data/mail";

    /// <summary>Days after which a mail in the pickup folder is deleted: it names people, and may be sent for long.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>Seconds to wait for each single answer of the server; five times as long for the answer to the whole message.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 60;

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsMailbox(From)) yield return new ValidationResult("Mail:From is not a mail address.", [nameof(From)]);
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return new ValidationResult("Mail:User and Mail:Password are given together or not at all.", [nameof(User), nameof(Password)]);
    }

    private static bool IsMailbox(string text)
    {
        try
        {
            Mailbox.Parse(text);
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }
}

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum StartTls
{
    /// <summary>A server that does not offer it gets no mail.</summary>
    Required,

    /// <summary>Encrypted when the server can; a password is not sent otherwise.</summary>
    WhenOffered,

    /// <summary>In the clear, password included: for a relay on the same machine.</summary>
    Never,

    /// <summary>Encrypted from the first byte, as on port 465.</summary>
    Immediate,
}
