using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;

namespace Crm.Host.Demo;

/// <summary>Three units and eight people who sell.</summary>
internal sealed class DemoPeople(ICommandHandler<AddOrgUnit, OrgUnitReply> addUnit, ICommandHandler<AddUser, UserReply> addUser) : IDemoData
{
    private static readonly (string Unit, string Login, string Name, Language Language)[] People =
    [
        ("sales", "chen.jing", "陈静", Language.Chinese),
        ("sales-asia", "li.ming", "李明", Language.Chinese),
        ("sales-asia", "wang.fang", "王芳", Language.Chinese),
        ("sales-asia", "zhao.lei", "赵磊", Language.Chinese),
        ("sales-europe", "anna.berg", "Anna Berg", Language.English),
        ("sales-europe", "marco.rossi", "Marco Rossi", Language.English),
        ("sales-europe", "sofie.jensen", "Sofie Jensen", Language.English),
        ("sales-europe", "jan.novak", "Jan Novák", Language.English),
    ];

    public DemoStage Stage => DemoStage.People;

    public Phrase What => new("people", "人员");

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var sales = (await addUnit.Handle(new AddOrgUnit("sales", "Sales 销售部"), ct)).Id;
        var units = new Dictionary<string, Guid>
        {
            ["sales"] = sales,
            ["sales-asia"] = (await addUnit.Handle(new AddOrgUnit("sales-asia", "Asia 亚洲区", sales), ct)).Id,
            ["sales-europe"] = (await addUnit.Handle(new AddOrgUnit("sales-europe", "Europe 欧洲区", sales), ct)).Id,
        };
        foreach (var (unit, login, name, language) in People)
        {
            var role = unit == "sales" ? "sales-manager" : "sales-representative";
            await addUser.Handle(new AddUser(login, name, $"{login}@example.com", units[unit], language, Roles: [role]), ct);
        }

        run.Report(People.Length, People.Length);
    }
}
