//! Rego, the language of Open Policy Agent, run by regorus with its interpreter and with its register
//! machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::program::Program;
use regorus::rvm::RegoVM;
use regorus::{CompiledPolicy, Engine, Rc, Value};

/// Our rules that the policy has too.
pub(crate) const RULES: [&str; 12] = [
    "order.services-over-limit",
    "order.agreement-missing",
    "order.service-repeated",
    "person.mobile-invalid",
    "person.email-invalid",
    "person.certificate-expired",
    "domain.level-exceeded",
    "app.fingerprint-malformed",
    "app.package-name-taken",
    "resource.outside-mainland",
    "resource.purchase-too-short",
    "resource.remaining-too-short",
];

const FINDINGS: &str = "data.filing.findings";

pub(crate) struct Policy {
    compiled: CompiledPolicy,
    program: Arc<Program>,
}

impl Policy {
    pub(crate) fn new() -> Self {
        let mut engine = Engine::new();
        engine.add_policy_from_file(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rivals/policy.rego")).unwrap();
        let compiled = engine.compile_with_entrypoint(&Rc::from(FINDINGS)).unwrap();
        let program = Compiler::compile_from_policy(&compiled, &[FINDINGS]).unwrap();
        Self { compiled, program }
    }

    pub(crate) fn interpret(&self, order: &Value) -> Value {
        self.compiled.eval_with_input(order.clone()).unwrap_or(Value::Undefined)
    }

    pub(crate) fn machine(&self) -> Machine {
        let mut machine = RegoVM::new();
        machine.load_program(Arc::clone(&self.program));
        Machine(machine)
    }
}

pub(crate) struct Machine(RegoVM);

impl Machine {
    pub(crate) fn run(&mut self, order: &Value) -> Value {
        self.0.set_input(order.clone());
        self.0.execute().unwrap_or(Value::Undefined)
    }
}

/// The findings as "rule at place"; none where the evaluation failed.
pub(crate) fn found(findings: &Value) -> BTreeSet<String> {
    let Ok(findings) = findings.as_set() else { return BTreeSet::new() };
    findings.iter().map(|finding| finding.as_string().unwrap().to_string()).collect()
}
