using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Accounting;

/// <summary>Says to which account of the finance system something is posted from now on.</summary>
internal sealed record SetAccount : ICommand<AccountSaved>
{
    public required AccountRole Role { get; init; }

    /// <summary>A tax rate such as 0.19 of sales, shipping and tax; a method of payment of a bank. Left out: everything else of the role.</summary>
    public string? For { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }
}

internal sealed record AccountSaved(AccountRole Role, string? For, string Number, string Name, int Version)
{
    public static AccountSaved Of(Account account) =>
        new(account.Role, account.For == Account.Else ? null : account.For, account.Number, account.Name, account.Version);
}

internal sealed class SetAccountValidator : AbstractValidator<SetAccount>
{
    private static readonly Phrase ForOfRole = new("Sales, shipping and tax are told apart by tax rate, banks by method, and the others not at all.", "销售、运费和税金按税率区分，银行按付款方式区分，其余不区分。");

    public SetAccountValidator()
    {
        RuleFor(c => c.Role).IsInEnum();
        RuleFor(c => c.For).MaximumLength(Columns.Code);
        RuleFor(c => c.For).Must((c, of) => of is null || Fits(c.Role, of)).WithPhrase(ForOfRole);
        RuleFor(c => c.Number).NotEmpty().MaximumLength(Columns.Number);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Columns.Name);
    }

    private static bool Fits(AccountRole role, string of) => role switch
    {
        AccountRole.Sales or AccountRole.Shipping or AccountRole.Tax =>
            decimal.TryParse(of, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rate) && Account.ForRate(rate) == of,
        AccountRole.Bank => of.Length > 0,
        _ => false,
    };
}

internal sealed class SetAccountHandler(SalesOrdersDbContext db) : ICommandHandler<SetAccount, AccountSaved>
{
    public async Task<AccountSaved> Handle(SetAccount command, CancellationToken ct)
    {
        var of = command.For ?? Account.Else;
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Role == command.Role && a.For == of, ct);
        if (account is null) db.Accounts.Add(account = Account.Open(command.Role, of, command.Number, command.Name));
        else
        {
            db.CheckExpectedVersion(account);
            account.Change(command.Number, command.Name);
        }

        return AccountSaved.Of(account);
    }
}
