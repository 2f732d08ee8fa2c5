namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>One mail to one recipient: each sees only what they may, and each delivery has an outcome of its own.</summary>
public sealed record OutgoingMail
{
    /// <summary>Describes a mail.</summary>
    /// <param name="key">Of the delivery: letters, digits, dots and hyphens, at most 100. Every try of one delivery carries the same, so that receivers can tell a repetition.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">The plain text, always there.</param>
    public OutgoingMail(string key, Mailbox to, string subject, string text)
    {
        if (key.Length is 0 or > 100 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
            throw new ArgumentException("Only letters, digits, dots and hyphens, 1 to 100.", nameof(key));
        Key = key;
        To = to;
        Subject = MailRules.OneLine(subject);
        Text = text;
    }

    public string Key { get; }

    public Mailbox To { get; }

    public string Subject { get; }

    public string Text { get; }

    /// <summary>The same as a page, for readers that show one.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<MailFile> Files { get; init; } = [];
}

/// <summary>An attached file.</summary>
public sealed record MailFile
{
    /// <summary>Describes an attached file.</summary>
    /// <param name="name">As the recipient sees it, any script, at most 200 characters.</param>
    /// <param name="contentType">For example <c>text/csv</c>.</param>
    /// <param name="content">Its bytes.</param>
    public MailFile(string name, string contentType, ReadOnlyMemory<byte> content)
    {
        if (name.Length is 0 or > 200) throw new ArgumentException("1 to 200 characters.", nameof(name));
        Name = MailRules.OneLine(name);
        ContentType = MailRules.OneLine(contentType);
        Content = content;
    }

    public string Name { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }
}
