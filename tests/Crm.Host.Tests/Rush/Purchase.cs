namespace Crm.Host.Tests.Rush;

/// <summary>What one client of the shop knows of one order: only what it was told.</summary>
internal sealed class Purchase(string reference, object body, bool hasVoucher)
{
    public string Reference { get; } = reference;

    /// <summary>What was asked for; asking for it again must not make a second order.</summary>
    public object Body { get; } = body;

    public bool HasVoucher { get; } = hasVoucher;

    /// <summary>Null until the order was acknowledged.</summary>
    public Guid? Id { get; private set; }

    public bool IsRefused { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>Something was asked for and never answered, so that it may have happened or not.</summary>
    public bool IsUncertain { get; private set; } = true;

    public void Asks() => IsUncertain = true;

    public void Acknowledge(Guid? id = null, bool cancelled = false)
    {
        Id ??= id;
        IsCancelled |= cancelled;
        IsUncertain = false;
    }

    public void Refuse()
    {
        IsRefused = Id is null;
        IsUncertain = false;
    }
}
