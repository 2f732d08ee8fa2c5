using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Accounting;

internal readonly record struct AccountId(Guid Value) : ITypedId;

/// <summary>An account of the finance system, and what is posted to it.</summary>
internal sealed class Account : AggregateRoot
{
    /// <summary>The key of an account that takes everything of its role for which there is no other.</summary>
    public const string Else = "";

    private Account()
    {
    }

    public AccountId Id { get; private set; }

    public override Guid Key => Id.Value;

    public AccountRole Role { get; private set; }

    /// <summary>A tax rate such as <c>0.19</c>, or a method of payment; unique within its role.</summary>
    public string For { get; private set; } = Else;

    /// <summary>In the finance system.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public static Account Open(AccountRole role, string forWhat, string number, string name)
    {
        var account = new Account { Id = new AccountId(Guid.CreateVersion7()), Role = role, For = forWhat };
        account.Change(number, name);
        return account;
    }

    /// <summary>From now on; what was posted stays where it is.</summary>
    public void Change(string number, string name)
    {
        if ((Number, Name) == (number, name)) return;
        (Number, Name) = (number, name);
        Raise(new AccountWasChanged());
    }

    /// <summary>How an account names a tax rate.</summary>
    public static string ForRate(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture);
}

internal sealed record AccountWasChanged : DomainEvent;
