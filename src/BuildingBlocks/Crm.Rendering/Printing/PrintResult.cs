namespace Crm.Rendering.Printing;

/// <summary>What became of a print. Only <see cref="Printed"/> has a file; the others say why there is none.</summary>
public abstract record PrintResult
{
    private PrintResult()
    {
    }

    /// <param name="Content">The file.</param>
    /// <param name="ContentType"><c>application/pdf</c> or <c>image/png</c>.</param>
    public sealed record Printed(byte[] Content, string ContentType) : PrintResult;

    /// <summary>There is no browser: a state of the installation, not a fault. Send HTML instead.</summary>
    /// <param name="LookedFor">Paths and names tried.</param>
    public sealed record NoBrowser(IReadOnlyList<string> LookedFor) : PrintResult;

    /// <summary>The browser took longer than allowed and was ended.</summary>
    public sealed record TimedOut(TimeSpan After) : PrintResult;

    /// <summary>The browser ended without a file.</summary>
    /// <param name="ExitCode">Its exit code; null when it could not be started.</param>
    /// <param name="Output">The end of what it said, for the log.</param>
    public sealed record Failed(int? ExitCode, string Output) : PrintResult;
}
