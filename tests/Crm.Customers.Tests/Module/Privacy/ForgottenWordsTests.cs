using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Privacy;

/// <summary>
/// Goes by the model and not by what somebody remembered: a new table or column fails here until an erasure reaches it and the audit trail does
/// not show it, or until it is listed as something that is said of many.
/// </summary>
public sealed class ForgottenWordsTests
{
    private const string Anna = "Xanthippe";
    private const string Bert = "Zebedaeus";

    /// <summary>Numbers and codes, what places of many people are called, and words that the program itself writes.</summary>
    private static readonly string[] Kept =
    [
        "Activity.TimeZone", "ActivityReminder.ReasonChinese", "ActivityReminder.ReasonEnglish", "Address.Country", "Address.Region",
        "CaseEscalation.ReasonChinese", "CaseEscalation.ReasonEnglish", "CaseNote.Template", "Consent.Purpose",
        "Customer.Channel", "Customer.Code", "Customer.Grade", "Customer.Industry", "CustomerTransaction.DocumentNumber", "CustomerTransaction.OrderNumber",
        "Evaluation.CardCode", "Evaluation.Grade", "Opportunity.Channel", "Opportunity.Stage", "OpportunityLine.Sku", "OpportunityStay.Stage",
        "OrderAccount.Channel", "OrderAccount.Number", "ProcessStep.Node", "SalesProcess.Code", "SalesProcess.Node", "SampleMember.Stratum", "ServiceCase.Number",
    ];

    /// <summary>The same in the audit trail, and codes of what goes with the person.</summary>
    private static readonly string[] Told =
    [
        "activity-reminder:reasonChinese", "activity-reminder:reasonEnglish", "activity:timeZone", "case-escalation:reasonChinese", "case-escalation:reasonEnglish",
        "consent:purpose", "customer:addresses.country", "customer:addresses.region", "customer:channel", "customer:code", "customer:contactPoints.network",
        "customer:contacts.contactPoints.network", "customer:grade", "customer:industry", "evaluation:cardCode", "evaluation:grade", "opportunity:channel",
        "opportunity:lines.sku", "opportunity:reason", "opportunity:stage", "opportunity:stays.stage", "sales-process:code", "sales-process:node",
        "sales-process:steps.node", "sales-process:steps.transition",
    ];

    [SkippableTheory, EveryProvider]
    public async Task No_text_that_can_be_about_a_person_outlives_the_person_or_is_plain_in_the_audit_trail(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert) = (CustomerId.New(), CustomerId.New());
        await Fill(customers, anna, Anna);
        await Fill(customers, bert, Bert);
        var ofBert = await Columns(customers, Bert);
        (await Columns(customers, Anna)).ShouldBe(ofBert);
        foreach (var kept in Kept) ofBert.ShouldContain(kept);
        (await Trail(customers, Anna)).ShouldBe(Told);

        await customers.Erase(anna.Value);

        (await Columns(customers, Anna)).ShouldBe(Kept);
        (await Columns(customers, Bert)).ShouldBe(ofBert);
    }

    private static async Task Fill(ModuleHarness customers, CustomerId customer, string word)
    {
        await using var scope = customers.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        await db.Fill(scope.ServiceProvider.GetRequiredService<CommandContext>(), customer, word, Types(db));
    }

    private static Task<IReadOnlyList<string>> Columns(ModuleHarness customers, string word) =>
        customers.Read<CustomersDbContext, IReadOnlyList<string>>(db => db.ColumnsWith(word, Types(db)));

    /// <summary>Paths of changes that show the word, the ids of parts left out.</summary>
    private static async Task<IReadOnlyList<string>> Trail(ModuleHarness customers, string word)
    {
        var entries = await customers.Read<CustomersDbContext, List<(string?, string?)>>(async db =>
            (await db.Audit.Select(a => new { a.RecordType, a.Changes }).ToListAsync()).ConvertAll(a => (a.RecordType, a.Changes)));
        var paths = entries.SelectMany(e => JsonNode.Parse(e.Item2 ?? "{}")!.AsObject().Select(c => (Path: $"{e.Item1}:{Regex.Replace(c.Key, @"\[[^\]]*\]", "")}", Change: c.Value!.ToJsonString())));
        return [.. paths.Where(p => p.Change.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(p => p.Path).Order(StringComparer.Ordinal)];
    }

    private static List<IEntityType> Types(CustomersDbContext db) => [.. db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.BaseType is null && t.FindPrimaryKey() is not null && IsAboutCustomers(t))];

    private static bool IsAboutCustomers(IEntityType type) => type.ClrType == typeof(Customer)
        || type.GetProperties().Any(p => p.Name == CustomerUse.Property || (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(CustomerId));
}
