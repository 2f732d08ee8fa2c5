using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void Project_files_refer_only_to_what_the_table_allows() => ProjectRules.ProjectReferences.HoldsInProduction();

    [Fact]
    public void Project_files_refer_only_to_what_the_table_allows__offenders() => ProjectRules.ProjectReferences.Finds(
        "Crm.BuildingBlocks -> Crm.Pricing (project file)",
        "Crm.BuildingBlocks.Hosting -> Crm.Wrong.Contracts (project file)",
        "Crm.Host -> Crm.Wrong (project file)",
        "Crm.Rendering -> Crm.Pricing (project file)",
        "Crm.Wrong -> Crm.Host (project file)",
        "Crm.Wrong -> Crm.Neighbour (project file)",
        "Crm.Wrong -> Crm.Pricing (project file)",
        "Crm.Wrong.Contracts -> Crm.Neighbour.Contracts (project file)");

    [Fact]
    public void Assemblies_refer_only_to_what_the_table_allows() => ProjectRules.AssemblyReferences.HoldsInProduction();

    [Fact]
    public void Assemblies_refer_only_to_what_the_table_allows__offenders() => ProjectRules.AssemblyReferences.Finds(
        "Crm.Host -> Crm.Wrong (assembly)",
        "Crm.Pricing -> Microsoft.AspNetCore.Http.Abstractions (assembly)",
        "Crm.Wrong -> Crm.Neighbour (assembly)",
        "Crm.Wrong.Contracts -> FluentValidation (assembly)");

    [Fact]
    public void Contracts_and_pure_building_blocks_have_no_packages() => ProjectRules.NoPackages.HoldsInProduction();

    [Fact]
    public void Contracts_and_pure_building_blocks_have_no_packages__offenders() => ProjectRules.NoPackages.Finds(
        "Crm.BuildingBlocks -> Microsoft.AspNetCore.App (package)",
        "Crm.Pricing -> FluentValidation (package)",
        "Crm.Wrong.Contracts -> FluentValidation (package)");

    [Fact]
    public void A_package_of_two_modules_comes_from_the_building_blocks() => ProjectRules.SharedPackagesComeFromTheBuildingBlocks.HoldsInProduction();

    [Fact]
    public void A_package_of_two_modules_comes_from_the_building_blocks__offenders() => ProjectRules.SharedPackagesComeFromTheBuildingBlocks.Finds(
        "Crm.Neighbour, Crm.Wrong -> CsvHelper (package)");

    [Fact]
    public void Every_project_is_in_the_solution() => ProjectRules.EveryProjectIsInTheSolution.HoldsInProduction();

    [Fact]
    public void Every_project_is_in_the_solution__offenders() => ProjectRules.EveryProjectIsInTheSolution.Finds(
        "tests/Crm.Forgotten.Tests/Crm.Forgotten.Tests.csproj is not in Crm.sln");
}
