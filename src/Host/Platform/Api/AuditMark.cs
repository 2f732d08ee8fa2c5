using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Audit;

namespace Crm.Host.Platform.Api;

/// <summary>How far somebody has read in the audit trails of all modules: newest first, of one moment by module, in a module from the last.</summary>
internal sealed record AuditMark(DateTimeOffset At, string Module, long Position)
{
    private static readonly Phrase Broken = new("Use the nextCursor of the page before.", "请使用上一页返回的 nextCursor。");

    public static string Of(AuditOfModule last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Entry.At.UtcTicks}:{last.Module}:{last.Entry.Position}");

    /// <exception cref="InvalidInput">It is none of ours.</exception>
    public static AuditMark? Read(string? cursor)
    {
        if (cursor is null) return null;
        return cursor.Split(':') is [var ticks, var module, var position]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? new AuditMark(new DateTimeOffset(at, TimeSpan.Zero), module, row)
                : throw new InvalidInput("cursor", Broken);
    }

    /// <summary>The entries of a module that were not read yet.</summary>
    public static Expression<Func<AuditEntry, bool>> Behind(AuditMark? mark, string module)
    {
        if (mark is null) return _ => true;
        var (at, position) = (mark.At, mark.Position);
        return string.CompareOrdinal(module, mark.Module) switch
        {
            < 0 => a => a.At < at,
            0 => a => a.At < at || (a.At == at && a.Position < position),
            _ => a => a.At <= at,
        };
    }
}
